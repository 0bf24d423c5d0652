package io.hashlake.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Programs of the machine. */
public final class Command {

    /** What a program said on both channels, and how it ended. */
    public record Result(int exitCode, String output) {}

    private Command() {}

    /** Skips the test unless the program is there and this call of it succeeds. */
    public static void require(String program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        boolean works;
        try {
            works = run(Path.of("."), command).exitCode() == 0;
        } catch (UncheckedIOException e) {
            works = false;
        }
        assumeTrue(works, "there is no working " + program + " on the path");
    }

    public static Result run(Path directory, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
