package io.hashlake.pipeline.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes that were found, each with its file and line. */
public final class Problems {

    private record Problem(String file, int line, String text) {}

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparing(Problem::line);

    private final List<Problem> found = new ArrayList<>();

    public void add(YamlNode at, String text) {
        add(at.file(), at.line(), text);
    }

    /** Of two places of which one must change, names the one in a file of the user's, and the other for comparison. */
    void addClash(YamlNode one, YamlNode other, String problem, String remedy) {
        YamlNode at = one.file().isBuiltIn() ? other : one;
        add(at, problem + ", in " + (at == one ? other : one).location() + remedy);
    }

    public void add(RouteFile file, int line, String text) {
        found.add(new Problem(file.location(), line, text));
    }

    /** In the order of files and lines, each once. */
    public List<String> sorted() {
        return found.stream()
                .sorted(BY_PLACE)
                .map(problem -> problem.file + ":" + problem.line + ": " + problem.text)
                .distinct()
                .toList();
    }
}
