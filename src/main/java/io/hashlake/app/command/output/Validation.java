package io.hashlake.app.command.output;

import io.hashlake.api.json.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Result of a validation.
 *
 * @param valid whether Hashlake would start
 * @param routeFiles how many were read, with the built-in ones; null where a mistake kept them from being read
 */
@RegisterForReflection(targets = {Validation.class, Finding.class})
public record Validation(boolean valid, Integer routeFiles, List<Finding> findings) {

    /** Returns the result that these problems make, told as the start tells them. */
    public static Validation of(Integer routeFiles, List<String> problems) {
        return new Validation(
                problems.isEmpty(),
                routeFiles,
                problems.stream().map(Finding::of).toList());
    }

    /** Prints itself, and returns the exit code. */
    public int print(ReportFormat format, PrintStream out) {
        out.println(format == ReportFormat.JSON ? new String(Json.bytes(this), StandardCharsets.UTF_8) : text());
        return valid ? 0 : 1;
    }

    private String text() {
        if (valid) {
            return "The configuration and " + routeFiles + " route files, built-in ones included, are valid";
        }
        return String.join(
                System.lineSeparator(), findings.stream().map(Finding::text).toList());
    }
}
