package io.hashlake.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /**
     * A file of routes.
     *
     * @param isFoundStatically whether what is wrong is found without loading the routes
     */
    record Example(String name, boolean isValid, boolean isFoundStatically, String yaml) {

        /** Returns a directory that holds nothing else. */
        Path write(Path directory) throws IOException {
            Files.writeString(Files.createDirectories(directory).resolve("mine.yaml"), yaml);
            return directory;
        }
    }

    static List<Example> all() {
        return List.of(
                valid("template", TEMPLATED.formatted("x-search", "hashtag", "rust")),
                valid("own", ROUTE.formatted("x:search/mine", "'#rust lang:pt'", "to", "direct:batches")),
                valid("no-routes", "[]\n"),
                wrong("yaml", "- templatedRoute: [\n"),
                wrong("empty", ""),
                wrong("kind", "- rout:\n    id: mine\n"),
                wrong("unknown-template", TEMPLATED.formatted("x-serch", "hashtag", "rust")),
                wrong("unknown-parameter", TEMPLATED.formatted("x-search", "hashtg", "rust")),
                wrong("no-value", TEMPLATED.formatted("x-search", "hashtag", "#rust")),
                wrong("no-hashtag", TEMPLATED.formatted("x-search", "hashtag", "covid-19")),
                wrong("duplicate", TEMPLATED.formatted("x-search", "hashtag", "COVID19")),
                wrong("operator", query("'#rust form:nasa'")),
                wrong("quote", query("'#rust \"and'")),
                wrong("parenthesis", query("'(#rust OR #go'")),
                wrong("negation", query("'-#rust'")),
                wrong("length", query("'#rust " + "a ".repeat(300) + "'")),
                wrong("unit", query("'#rust'").replace("      steps:", "        delay: 30\n      steps:")),
                wrong("option", query("'#rust'").replace("      steps:", "        window: 5m\n      steps:")),
                wrong("address", ROUTE.formatted("x:serch/mine", "'#rust'", "to", "direct:batches")),
                wrong("sample", ROUTE.formatted("x:sample/mine", "'#rust'", "to", "direct:batches")),
                unloadable("step", ROUTE.formatted("x:search/mine", "'#rust'", "too", "direct:batches")));
    }

    private static String query(String query) {
        return ROUTE.formatted("x:search/mine", query, "to", "direct:batches");
    }

    private static Example valid(String name, String yaml) {
        return new Example(name, true, true, yaml);
    }

    private static Example wrong(String name, String yaml) {
        return new Example(name, false, true, yaml);
    }

    private static Example unloadable(String name, String yaml) {
        return new Example(name, false, false, yaml);
    }
}
