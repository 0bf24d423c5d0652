package io.hashlake.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script is sourced by a real bash, which is then asked what it would complete. */
@ServerTest
class CompletionTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v               | validate",
                "do              | doctor",
                "completion b    | bash",
                "completion ''   | bash zsh",
                "gaps --form     | --format",
                "gaps --format ''| text json csv",
                "doctor --format j | json"
            })
    void bashCompletesCommandsAndOptions(String typed, String offered) throws Exception {
        assertThat(completions(typed.replace("''", "").split(" ", -1))).containsExactly(offered.split(" "));
    }

    @Test
    void theScriptForZshIsReadByBashAsWell() {
        assertThat(script("zsh")).isEqualTo(script("bash")).contains("bashcompinit");
    }

    private List<String> completions(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("completion.sh"), script("bash"));
        String ask = """
                source %s
                COMP_WORDS=(hashlake %s)
                COMP_CWORD=%d
                _complete_hashlake
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, quoted(words), words.length);
        Process bash = new ProcessBuilder("bash", "--norc", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output.lines().map(String::strip).toList();
    }

    private static String quoted(String... words) {
        return "'" + String.join("' '", words) + "'";
    }

    private static String script(String shell) {
        StringWriter script = new StringWriter();
        assertThat(Hashlake.commands().setOut(new PrintWriter(script)).execute("completion", shell))
                .isZero();
        return script.toString();
    }
}
