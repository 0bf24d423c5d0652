package io.hashlake.pipeline.route;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says what keeps a file from being YAML, and where. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    static void report(RouteFile file, YamlEngineException e, Problems problems) {
        if (e instanceof MarkedYamlEngineException marked) {
            problems.add(file, lineOf(marked), explain(marked));
        } else if (e instanceof ReaderException reader) {
            problems.add(
                    file,
                    lineOf(file, reader.getCodePoint()),
                    "holds the control character U+%04X: remove it".formatted(reader.getCodePoint()));
        } else {
            problems.add(file, 1, "no valid YAML: " + oneLine(e.getMessage()));
        }
    }

    /** The line, counted from 1, at which an error of YAML lies. */
    static int lineOf(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static int lineOf(RouteFile file, int character) {
        int index = file.yaml().indexOf(character);
        return 1
                + (int) file.yaml()
                        .chars()
                        .limit(Math.max(0, index))
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String explain(MarkedYamlEngineException e) {
        String problem = oneLine(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab: YAML is indented with spaces, so write spaces in its place";
        }
        if (problem.contains("found another document") || problem.contains("document start")) {
            return "a second document begins here: a file holds one list, so remove the line '---'";
        }
        String context = e.getContext() == null ? "" : oneLine(e.getContext()) + ": ";
        return "no valid YAML: " + context + problem + "; look at the indentation, quotes and brackets here and above";
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
