package io.hashlake.acceptance;

import io.hashlake.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A program that a document shows, so that tests run it as it stands there.
 *
 * @param language of its code block
 * @param code the program
 */
record DocumentedProgram(String language, String code) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (\\w+)");
    private static final Map<String, List<String>> INTERPRETERS = Map.of(
            "shell", List.of("sh", "-e"),
            "sh", List.of("sh", "-e"),
            "python", List.of("python3"),
            "js", List.of("node"));

    /** Returns those of {@code document} that have an interpreter and whose libraries are installed. */
    static List<DocumentedProgram> runnable(Path document, Path directory) throws IOException, InterruptedException {
        List<DocumentedProgram> programs = new ArrayList<>();
        for (String language : INTERPRETERS.keySet()) {
            for (String code : Documents.blocks(document, language)) {
                DocumentedProgram program = new DocumentedProgram(language, code);
                if (program.isRunnable(directory)) {
                    programs.add(program);
                }
            }
        }
        return programs;
    }

    /** Runs it in {@code directory} and returns what it printed where it failed, nothing where it went well. */
    String run(Path directory) throws IOException, InterruptedException {
        try {
            ProgramResult result = execute(directory);
            return result.exitCode() == 0 ? "" : language + " failed: " + result.output();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Runs it in {@code directory} until it ends. */
    ProgramResult execute(Path directory) throws IOException, InterruptedException {
        Process process = prepare(directory).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramResult(process.waitFor(), output);
    }

    /** Returns what starts it in {@code directory}. */
    ProcessBuilder prepare(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "program", language.equals("js") ? ".mjs" : "");
        Files.writeString(file, code);
        List<String> command = new ArrayList<>(INTERPRETERS.get(language));
        command.add(file.toString());
        return new ProcessBuilder(command).directory(directory.toFile());
    }

    /** Returns whether its interpreter and its libraries are installed. */
    boolean isRunnable(Path directory) throws IOException, InterruptedException {
        return probe().run(directory).isEmpty();
    }

    /** Returns it with another address of the API. */
    DocumentedProgram at(String address) {
        return new DocumentedProgram(language, code.replace("http://localhost:8080", address));
    }

    /** Returns a program that fails where this one cannot run here. */
    private DocumentedProgram probe() {
        return new DocumentedProgram(
                language,
                switch (language) {
                    case "python" -> "import " + String.join(", ", Documents.groups(IMPORT, code));
                    case "js" -> "fetch.name";
                    default -> "command -v curl";
                });
    }
}
