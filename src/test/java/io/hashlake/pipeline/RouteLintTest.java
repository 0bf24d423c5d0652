package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteLintTest {

    private static final Deployment EVERYTHING = new Deployment(
            Set.of("ingest", "lake", "warehouse", "raw", "index", "dynamodb", "kinesis", "api", "jobs"), true, false);

    private static final List<RouteFile> BUILT_IN = RouteFiles.builtIn(Sinks.installed());

    private static final Pattern ROUTE_ID = Pattern.compile("^- route:\\R    id: (\\S+)$", Pattern.MULTILINE);

    @TempDir
    Path directory;

    @Test
    void theBuiltInRoutesAreWithoutFault() throws IOException {
        assertThat(RouteLint.problemsOf(RouteFiles.in(directory, EVERYTHING))).isEmpty();
    }

    @Test
    void everyRouteFileOfTheApplicationIsLoaded() throws IOException {
        Path routes = Path.of("src/main/resources/routes");
        try (Stream<Path> files = Files.walk(routes)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> routes.relativize(file).toString())
                            .filter(name -> !name.startsWith("demo/")))
                    .containsExactlyInAnyOrderElementsOf(BUILT_IN.stream()
                            .map(RouteFile::name)
                            .filter(name -> !name.matches("bus/kafka/(lake|warehouse|raw|index|dynamodb|kinesis).yaml"))
                            .toList());
        }
    }

    @Test
    void theDemoFollowsBlueskyUntilTheUserWritesHashtags() throws IOException {
        Deployment demo = EVERYTHING.following(Demo.BLUESKY);

        List<RouteFile> files = RouteFiles.in(directory, demo);
        assertThat(RouteLint.problemsOf(files)).isEmpty();
        assertThat(files.get(files.size() - 1).yaml()).contains("routeTemplateRef: bluesky");

        Files.writeString(directory.resolve("hashtags.yaml"), "[]");
        List<RouteFile> own = RouteFiles.in(directory, demo);
        assertThat(own.get(own.size() - 1).yaml()).isEqualTo("[]");
    }

    @Test
    void aRouteIsNamedLikeItsFile() {
        for (RouteFile file : BUILT_IN) {
            List<String> ids = ROUTE_ID.matcher(file.yaml())
                    .results()
                    .map(id -> id.group(1))
                    .toList();
            if (ids.size() == 1) {
                assertThat(file.name()).endsWith("/" + ids.get(0) + ".yaml");
            }
        }
    }

    @Test
    void aFileOfTheUserReplacesTheBuiltInOneOfItsName() throws IOException {
        Files.writeString(directory.resolve("hashtags.yaml"), followed("rust", "hashtag", "rust"));
        Files.writeString(directory.resolve("more.yaml"), followed("more", "hashtag", "more"));
        List<RouteFile> files = RouteFiles.in(directory, EVERYTHING);
        assertThat(files)
                .hasSize(RouteFiles.in(directory.resolve("none"), EVERYTHING).size() + 1);
        assertThat(files.get(files.size() - 1).yaml()).contains("rust");
        assertThat(RouteLint.problemsOf(files)).isEmpty();
    }

    @Test
    void saysFileAndLineOfEveryMistake() throws IOException {
        assertThat(problems("- rout:\n    id: x\n"))
                .singleElement()
                .asString()
                .contains("extra.yaml:1", "'rout' is not known");
        assertThat(problems(followed("a", "hashtg", "a")))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("extra.yaml:5", "no parameter 'hashtg'", "[delay, hashtag, lookBack, settling]"))
                .anySatisfy(problem -> assertThat(problem).contains("extra.yaml:2", "needs the parameter 'hashtag'"));
        assertThat(problems(followed("a", "hashtag", "' '")))
                .singleElement()
                .asString()
                .contains("has no value");
        assertThat(problems(followed("covid19", "hashtag", "x")))
                .singleElement()
                .asString()
                .contains("'covid19' is taken");
        assertThat(problems("- templatedRoute:\n    routeId: a\n    routeTemplateRef: none\n"))
                .singleElement()
                .asString()
                .contains("no routeTemplate 'none'", "x-search");
        assertThat(problems("- route:\n    from:\n      uri: direct:a\n"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("is missing"));
        assertThat(problems("- route: [\n")).singleElement().asString().contains("no valid YAML");
    }

    @Test
    void aFileWithAnotherEndingIsToldTogetherWithTheMistakesOfTheOthers() throws IOException {
        Files.writeString(directory.resolve("mine.yml"), followed("mine", "hashtag", "mine"));
        Files.writeString(directory.resolve("more.yaml"), "- rout:\n    id: x\n");
        Files.writeString(directory.resolve("n.yaml"), "[".repeat(5_000));
        assertThat(RouteLint.problemsOf(RouteFiles.in(directory, EVERYTHING)))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .endsWith("mine.yml:1: the names of route files end in .yaml, so rename it"),
                        problem -> assertThat(problem).contains("more.yaml:1: 'rout' is not known"),
                        problem -> assertThat(problem).contains("n.yaml:1: no valid YAML: nested too deeply"));
    }

    private List<String> problems(String yaml) throws IOException {
        List<RouteFile> files = new ArrayList<>(RouteFiles.in(directory, EVERYTHING));
        files.add(new RouteFile("extra.yaml", "extra.yaml", yaml));
        return RouteLint.problemsOf(files);
    }

    private static String followed(String id, String parameter, String value) {
        return """
            - templatedRoute:
                routeId: %s
                routeTemplateRef: x-search
                parameters:
                  - name: %s
                    value: %s
            """.formatted(id, parameter, value);
    }
}
