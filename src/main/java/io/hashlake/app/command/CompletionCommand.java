package io.hashlake.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash or zsh.",
        footer = {
            "",
            "In bash or zsh, where the command is called hashlake:",
            "  source <(hashlake completion bash)",
            "  source <(hashlake completion zsh)"
        })
final class CompletionCommand implements Callable<Integer> {

    /** Shells whose completion is known; the script for one starts the other's emulation itself. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    Shell shell;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        CommandSpec root = command.root();
        command.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
        command.commandLine().getOut().flush();
        return 0;
    }
}
