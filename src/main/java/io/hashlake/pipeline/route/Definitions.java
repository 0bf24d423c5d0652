package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the definitions of route files, which are lists of mappings with one key each. */
final class Definitions {

    private final Problems problems;

    Definitions(Problems problems) {
        this.problems = problems;
    }

    List<Definition> read(RouteFile file) {
        if (!file.isNamedAsOne()) {
            problems.add(file, 1, "the names of route files end in .yaml, so rename it");
            return List.of();
        }
        return YamlDocument.read(file, problems).map(this::items).orElse(List.of());
    }

    private List<Definition> items(YamlNode root) {
        return root.isList() ? root.items().stream().flatMap(this::of).toList() : refuse(root);
    }

    private List<Definition> refuse(YamlNode root) {
        if (root.isBlank()) {
            problems.add(root, "is empty: write '[]' if it is to have no routes, or remove the file");
        } else if (root.isMapping()) {
            String first = root.entries().get(0).key();
            problems.add(
                    root,
                    "a file of routes is a list: write '- " + first
                            + ":' and indent the lines below it by two more spaces");
        } else {
            problems.add(root, noRoute(root));
        }
        return List.of();
    }

    private Stream<Definition> of(YamlNode item) {
        List<Entry> entries = item.entries();
        if (entries.isEmpty()) {
            problems.add(item, item.isBlank() ? "nothing stands after this '-': remove it" : noRoute(item));
            return Stream.empty();
        }
        Entry first = entries.get(0);
        if (!Definition.KINDS.contains(first.key())) {
            problems.add(item, "'" + first.key() + "' is not known here; allowed are " + Definition.KINDS);
            return Stream.empty();
        }
        if (entries.size() > 1) {
            problems.add(entries.get(1).name(), besides(first.key(), entries.subList(1, entries.size())));
            return Stream.empty();
        }
        if (!first.value().isMapping()) {
            problems.add(
                    first.name(), "'" + first.key() + "' needs keys below it, indented, without a '-' before them");
            return Stream.empty();
        }
        return Stream.of(new Definition(first.key(), first.value()));
    }

    private static String besides(String kind, List<Entry> others) {
        String names = others.stream().map(entry -> "'" + entry.key() + "'").collect(Collectors.joining(", "));
        return Definition.KINDS.contains(others.get(0).key())
                ? names + " needs a '- ' of its own: it stands in the item of '" + kind + "'"
                : names + " must stand within '" + kind + "': indent by two more spaces than '" + kind + "'";
    }

    private static String noRoute(YamlNode node) {
        return (node.isScalar() ? "'" + node.text() + "'" : "a list") + " is no route: to follow a hashtag, write a "
                + "templatedRoute as in the built-in hashtags.yaml";
    }
}
