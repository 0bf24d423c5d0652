package io.hashlake.pipeline.route;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a file of YAML, and finds what is wrong with it whatever it is about. */
public final class YamlDocument {

    private YamlDocument() {}

    /** The document's root, which may be missing; empty if the file cannot be read, of which the problems tell. */
    public static Optional<YamlNode> read(RouteFile file, Problems problems) {
        int unreadable = file.yaml().indexOf(RouteFile.UNREADABLE);
        if (unreadable >= 0) {
            int line = (int) file.yaml().substring(0, unreadable).lines().count();
            problems.add(file, Math.max(1, line), "is not UTF-8: save the file in the encoding UTF-8");
            return Optional.empty();
        }
        try {
            YamlNode root = YamlNode.parse(file);
            new DuplicateKeys(problems).check(root);
            return Optional.of(root);
        } catch (YamlEngineException e) {
            SyntaxProblem.report(file, e, problems);
            return Optional.empty();
        }
    }
}
