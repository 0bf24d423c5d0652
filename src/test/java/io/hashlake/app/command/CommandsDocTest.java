package io.hashlake.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** docs/commands.md holds the help of every command; {@code -Dhashlake.update-docs=true} writes it anew. */
class CommandsDocTest {

    private static final Path DOC = Path.of("docs/commands.md");

    @Test
    void everyCommandIsDocumentedWithItsHelp() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(DOC, expected);
        }
        assertThat(Files.readString(DOC)).isEqualTo(expected);
    }

    @Test
    void aMistypedCommandIsAnsweredWithWhatMayBeMeant() {
        StringWriter said = new StringWriter();
        int exitCode = Hashlake.commands().setErr(new PrintWriter(said)).execute("vaildate");
        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("'vaildate'", "Did you mean: hashlake validate");
    }

    @Test
    void theVersionIsToldWithThatOfJava() {
        StringWriter said = new StringWriter();
        int exitCode = Hashlake.commands().setOut(new PrintWriter(said)).execute("--version");
        assertThat(exitCode).isZero();
        assertThat(said.toString()).startsWith("hashlake ").contains("Java " + Runtime.version());
    }

    private static String document() {
        StringBuilder document = new StringBuilder("""
                # Commands

                Every command belongs to the one jar or binary. `hashlake` stands for `java -jar target/quarkus-app/quarkus-run.jar`, or for the
                native binary. Properties are given to each command as to the service: `java -Dhashlake.routes=DIR -jar …`, environment
                variables, `.env` or `config/application.properties`. Without a command, the service starts.

                """);
        append(document, Hashlake.commands());
        return document.append("""
                ## What the commands rely on

                - `validate` runs the code of the start and of hot reload, and loads the routes without starting any. The start and `validate`
                  accept the same files and properties; only what a `bean:` or a database endpoint of your own finds wrong shows at the start alone.
                - `doctor` asks X for its usage, for the rules, and for a hashtag that nobody uses, so that no post is read and billed. It uses four
                  requests of the rate limits.
                - `gaps` and `spend` read the database that the configuration names, or the embedded PostgreSQL, which they start for the while if Hashlake
                  does not run. `spend estimate` charges its one request there, unless the simulator stands in for X.
                - `completion` prints a script for `hashlake`: give the jar that name by `alias hashlake='java -jar …'`.
                """).toString();
    }

    private static void append(StringBuilder document, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        document.append("## `").append(name).append("`\n\n```\n");
        document.append(command.getUsageMessage(Ansi.OFF).strip()).append("\n```\n\n");
        command.getSubcommands().values().forEach(subcommand -> append(document, subcommand));
    }
}
