package io.hashlake.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Route files of every kind of mistake, and some without any. */
final class BrokenRoutes {

    private static final String TEMPLATED = """
            - templatedRoute:
                routeId: mine
                routeTemplateRef: %s
                parameters:
                  - name: %s
                    value: %s
            """;

    private static final String ROUTE = """
            - route:
                id: mine
                description: d
                from:
                  uri: %s
                  parameters:
                    query: %s
                  steps:
                    - %s:
                        uri: %s
            """;

    private BrokenRoutes() {}

    /** Writes each as a file of its own, and returns the files' names. */
    static List<String> write(Map<String, String> files, Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            names.add(file.getKey() + ".yaml");
            String yaml = file.getValue().replace("mine", file.getKey());
            Files.writeString(Files.createDirectories(directory).resolve(file.getKey() + ".yaml"), yaml);
        }
        return names;
    }

    static Map<String, String> valid() {
        return Map.of(
                "template",
                TEMPLATED.formatted("x-search", "hashtag", "rust"),
                "own",
                ROUTE.formatted("x:search/mine", "'#go lang:pt'", "to", "direct:batches"),
                "none",
                "[]\n");
    }

    /** These are found only when the routes are loaded. */
    static Map<String, String> unloadable() {
        return Map.of("step", ROUTE.formatted("x:search/mine", "'#rust'", "too", "direct:batches"));
    }

    /** These are found by reading the files. */
    static Map<String, String> wrong() {
        return Map.ofEntries(
                Map.entry("yaml", "- templatedRoute: [\n"),
                Map.entry("empty", ""),
                Map.entry("kind", "- rout:\n    id: mine\n"),
                Map.entry("unknown-template", TEMPLATED.formatted("x-serch", "hashtag", "rust")),
                Map.entry("unknown-parameter", TEMPLATED.formatted("x-search", "hashtg", "rust")),
                Map.entry("no-value", TEMPLATED.formatted("x-search", "hashtag", "#rust")),
                Map.entry("no-hashtag", TEMPLATED.formatted("x-search", "hashtag", "covid-19")),
                Map.entry("duplicate", TEMPLATED.formatted("x-search", "hashtag", "COVID19")),
                Map.entry("operator", query("'#rust form:nasa'")),
                Map.entry("quote", query("'#rust \"and'")),
                Map.entry("parenthesis", query("'(#rust OR #go'")),
                Map.entry("negation", query("'-#rust'")),
                Map.entry("length", query("'#rust " + "a ".repeat(300) + "'")),
                Map.entry("unit", query("'#rust'").replace("      steps:", "        delay: 30\n      steps:")),
                Map.entry("option", query("'#rust'").replace("      steps:", "        window: 5m\n      steps:")),
                Map.entry("address", ROUTE.formatted("x:serch/mine", "'#rust'", "to", "direct:batches")),
                Map.entry("sample", ROUTE.formatted("x:sample/mine", "'#rust'", "to", "direct:batches")));
    }

    private static String query(String query) {
        return ROUTE.formatted("x:search/mine", query, "to", "direct:batches");
    }
}
