package io.hashlake.acceptance;

import static io.hashlake.acceptance.ProblemDetails.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hashlake.Notebook;
import io.hashlake.api.openapi.DescribedApi;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API of the packaged application, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {

    private static final String TOKEN = "a token for this test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "5",
            "1001",
            "24h",
            "99999999w",
            "2026-01-01",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "UTC",
            "GMT+3",
            "Asia/Tokyo",
            "minute",
            "climate",
            "#",
            "a,,b",
            "\0",
            "\uD800",
            "\uFFFF",
            "😀",
            "%",
            "' OR 1=1 --",
            "negative",
            "pt",
            "zz-zz",
            "@someone",
            "MTow",
            "OTk5OTk5OTk5OTk5OTk5OTk5OjE",
            "x".repeat(300),
            "csv",
            "text");

    @TempDir
    static Path directory;

    private HashlakeProcess process;
    private JsonNode description;

    @BeforeAll
    void start() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        process = HashlakeProcess.start(
                        directory, Map.of("hashlake.roles", "ingest,lake,warehouse,api", "hashlake.api.token", TOKEN))
                .awaitUp();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> JSON.readTree(get("/api/v1/totals").body())
                                .path("posts")
                                .asInt()
                        > 100);
        description = JSON.readTree(get("/api/openapi?format=json").body());
    }

    @AfterAll
    void stop() throws InterruptedException {
        process.close();
        assertThat(process.output()).doesNotContain("The API failed");
    }

    @Test
    void everyExampleOfTheDescriptionIsAnsweredAsItSays() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : readable()) {
            addresses.addAll(examples(path.getKey(), path.getValue().get("get")));
        }
        assertThat(addresses).hasSizeGreaterThan(80);
        for (String address : addresses) {
            HttpResponse<String> response = get(address);
            assertThat(response.statusCode())
                    .as(address + ": " + response.body())
                    .isIn(address.contains("/posts/1990000000000000000") ? List.of(404) : List.of(200));
        }
    }

    @Test
    void whatItReturnsHasThePropertiesThatAreDescribed() throws Exception {
        for (String name : List.of("hashtags:HashtagTotals", "posts:Post", "users:UserTotals", "sources:SourceState")) {
            String[] parts = name.split(":");
            JsonNode first = JSON.readTree(get("/api/v1/" + parts[0]).body()).get(0);
            assertThat(names(first))
                    .isEqualTo(names(description.at("/components/schemas/" + parts[1] + "/properties")));
        }
    }

    @Test
    void noValueOfAnyParameterIsOurFault() throws Exception {
        Random random = new Random(1);
        for (Map.Entry<String, JsonNode> path : readable()) {
            JsonNode get = path.getValue().path("get");
            for (JsonNode reference : get.path("parameters")) {
                JsonNode parameter = parameter(reference);
                for (int i = 0; i < 5; i++) {
                    String value = VALUES.get(random.nextInt(VALUES.size()));
                    HttpResponse<String> response = get(fuzzed(path.getKey(), parameter, value));
                    assertThat(response.statusCode())
                            .as(path.getKey() + " " + parameter.get("name") + " = " + value + ": " + response.body())
                            .isIn(200, 400, 404);
                }
            }
        }
    }

    @Test
    void everyErrorIsAProblem() throws Exception {
        assertProblem(get("/api/v1/nothing"), 404);
        assertProblem(get("/api/nothing"), 404);
        assertProblem(get("/api/v1/totals?limit=1&x=2"), 400);
        assertThat(curl("curl -s -w '%{http_code}' '" + base() + "/api/v1/totals?last=%zz'"))
                .contains("urn:hashlake:problem:invalid-request")
                .endsWith("400");
        assertProblem(send(request("/api/v1/totals").header("Accept", "image/png")), 406);
        assertProblem(send(request("/api/v1/posts").DELETE()), 401);
        assertProblem(
                send(request("/api/v1/posts")
                        .header("Authorization", "Bearer " + TOKEN)
                        .DELETE()),
                405);
        assertProblem(post("/api/v1/sql", "application/xml", "SELECT 1"), 415);
        assertProblem(post("/api/v1/sql", "text/plain", "DROP TABLE x"), 403);
        assertProblem(post("/api/v1/sql", "text/plain", "SELECT nothing"), 400);
        assertProblem(post("/api/v1/jobs/none/runs", "text/plain", ""), 401);
    }

    @Test
    void theFeedSaysWhatIsWrongAsAProblem() throws Exception {
        for (String query : List.of("period=2h", "hashtags=covid-19")) {
            HttpResponse<String> response = get("/api/v1/live?" + query);
            assertProblem(response, 400);
            assertThat(response.body())
                    .contains("urn:hashlake:problem:invalid-parameters", "title", query.replaceAll("=.*", ""));
        }
        assertThat(get("/api/v1/totals?hashtag=covid-19").body()).contains("letters, digits and _");
    }

    @Test
    void tooLargeABodyIsAProblem() throws Exception {
        HttpResponse<String> response = post("/api/v1/sql", "text/plain", "x".repeat(1_100_000));
        assertProblem(response, 413);
        assertThat(response.body()).contains("quarkus.http.limits.max-body-size");
    }

    @Test
    void aRequestForOneStateOfThingsIsRefusedInAnother() throws Exception {
        String address = "/api/v1/totals?from=2020-01-01&to=2020-01-02";
        assertProblem(send(request(address).header("If-Match", "W/\"other\"")), 412);
        assertThat(send(request(address).header("If-None-Match", "*")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void theGeneratedDescriptionKeepsWhatWasPublished() throws Exception {
        DescribedApi published = new DescribedApi(new YAMLMapper()
                .readTree(
                        Path.of("src/test/resources/api/openapi-published.yaml").toFile()));
        assertThat(new DescribedApi(description).promises()).containsAll(published.promises());
    }

    @Test
    void answersHaveATagAndAreNotSentAgainToThoseWhoHaveThem() throws Exception {
        String address = "/api/v1/totals?from=2020-01-01&to=2020-01-02";
        HttpResponse<String> first = get(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = send(request(address).header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        HttpResponse<String> head = send(request(address).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(first.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(send(request(address).header("Origin", "https://example.org"))
                        .headers()
                        .map())
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void pagesFollowEachOtherWithoutOverlap() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "/api/v1/posts?limit=40&last=1h";
        for (int page = 0; page < 3; page++) {
            HttpResponse<String> response = get(next);
            JSON.readTree(response.body())
                    .forEach(post -> ids.add(post.get("id").textValue()));
            next = response.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        assertThat(ids).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void whatTheDocumentationSaysToTypeWorks() throws Exception {
        List<String> commands = Files.readAllLines(Path.of("docs/api.md")).stream()
                .filter(line -> line.startsWith("curl ") && !line.contains("$TOKEN"))
                .toList();
        assertThat(commands).hasSize(8);
        for (String command : commands) {
            curl(command.replace("curl ", "curl -sSf ").replace("http://localhost:8080", base()));
        }
        assertThat(Files.readAllLines(directory.resolve("posts.csv"))).hasSizeGreaterThan(10);
    }

    @Test
    void theClientsThatTheDocumentationShowsWork() throws Exception {
        await().until(() -> Files.isDirectory(directory.resolve("data/lake/tweets/hashtag=climate")));
        List<DocumentedProgram> programs = DocumentedProgram.runnable(Path.of("docs/api-clients.md"), directory);
        assertThat(programs).isNotEmpty();
        for (DocumentedProgram program : programs) {
            assertThat(program.at(base()).run(directory)).as(program.code()).isEmpty();
        }
    }

    @Test
    void theNotebookRunsWherePythonHasDuckDb() throws Exception {
        await().until(() -> Files.isDirectory(directory.resolve("data/lake/tweets/hashtag=climate")));
        DocumentedProgram notebook =
                new DocumentedProgram("python", Notebook.read().program());
        assumeTrue(notebook.isRunnable(directory), "there is no Python with the package duckdb");
        assertThat(notebook.at(base()).run(directory)).isEmpty();
    }

    @Test
    void everyEndpointGivesCsvWithAByteOrderMarkToThoseWhoAskForIt() throws Exception {
        int asked = 0;
        for (Map.Entry<String, JsonNode> path : readable()) {
            if (!path.getKey().endsWith("{id}")) {
                String address = path.getKey().replace("{hashtag}", "climate") + "?bom=true&format=";
                HttpResponse<String> response = get(address + "csv");
                assertThat(response.body()).as(address).startsWith("\uFEFF");
                assertProblem(get(address + "ndjson"), 400);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(18);
        assertThat(post("/api/v1/sql?format=csv&bom=true", "text/plain", "SELECT 1 AS one")
                        .body())
                .isEqualTo("\uFEFFone\n1\n");
        assertProblem(post("/api/v1/sql?format=text&bom=true", "text/plain", "SELECT 1 AS one"), 400);
    }

    @Test
    void whoForgetsTheTypeOfAStatementIsToldWhatToType() throws Exception {
        String said = curl("curl -s '" + base() + "/api/v1/sql?format=csv' -d 'SELECT 1 AS one'");
        String advice = said.replaceFirst("(?s).*(-H 'Content-Type: text/plain').*", "$1");
        assertThat(curl("curl -sS " + advice + " '" + base() + "/api/v1/sql?format=csv' -d 'SELECT 1 AS one'"))
                .isEqualTo("one\n1\n");
    }

    @Test
    void jobsAreForThoseWithTheToken() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/jobs/none/runs")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody()));
        assertProblem(response, 404);
        assertThat(process.output()).doesNotContain(TOKEN);
    }

    @Test
    void theDocumentationIsServed() throws Exception {
        assertThat(get("/api/openapi").body()).contains("openapi: 3.1");
        assertThat(get("/api/docs/").body()).contains("swagger");
    }

    private String curl(String command) throws IOException, InterruptedException {
        Process curl = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).as(command + ": " + output).isZero();
        return output;
    }

    /** Paths that can be read to the end, not the feed; and not DynamoDB's, which is not configured here. */
    private List<Map.Entry<String, JsonNode>> readable() {
        return description.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .filter(path -> !path.getKey().startsWith("/api/v1/items"))
                .filter(path ->
                        !path.getValue().at("/get/responses/200/content").has("text/event-stream"))
                .toList();
    }

    /** One address a parameter, and one with all that go together. */
    private List<String> examples(String path, JsonNode operation) {
        List<String> all = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        String filled = path;
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = parameter(reference);
            JsonNode example = parameter.get("example");
            if (parameter.get("in").textValue().equals("path")) {
                filled = filled.replace("{" + parameter.get("name").textValue() + "}", example.asText());
            } else {
                String pair = parameter.get("name").textValue() + "=" + encoded(text(example));
                addresses.add(pair);
                if (!pair.startsWith("last=")) {
                    all.add(pair);
                }
            }
        }
        addresses.add(String.join("&", all));
        String complete = filled;
        return addresses.stream().map(query -> complete + "?" + query).toList();
    }

    private JsonNode parameter(JsonNode reference) {
        return reference.has("$ref")
                ? description.at(reference.get("$ref").textValue().substring(1))
                : reference;
    }

    private static String text(JsonNode example) {
        List<String> elements = new ArrayList<>();
        example.forEach(element -> elements.add(element.asText()));
        return example.isArray() ? String.join(",", elements) : example.asText();
    }

    private static String fuzzed(String path, JsonNode parameter, String value) {
        String name = parameter.get("name").textValue();
        String filled = path.replaceAll("\\{" + name + "}", encoded(value).replace("+", "%20"))
                .replaceAll("\\{\\w+}", "1");
        return parameter.get("in").textValue().equals("path") ? filled : filled + "?" + name + "=" + encoded(value);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toList());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(request(address));
    }

    private HttpResponse<String> post(String address, String type, String body)
            throws IOException, InterruptedException {
        return send(request(address).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base() + address));
    }

    private String base() {
        var found = Pattern.compile("health\\s+(http://\\S+?)/q/health").matcher(process.output());
        found.find();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
