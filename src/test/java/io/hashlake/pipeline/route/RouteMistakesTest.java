package io.hashlake.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.Documents;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteMistakesTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md"})
    void theRouteThatADocumentShowsHasNoMistake(String document) throws IOException {
        for (String route : Documents.blocks(Path.of(document), "yaml")) {
            assertThat(problems(route)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rust", "Rust", "#rust", "＃rust", "paral·lel", "می\u200cخواهم", "हिन्दी", "กรุงเทพ", "スター・ウォーズ", "한국",
                        "עִבְרִית",
                "ひらがな〜", "1d", "_a", "null", "no", "true", "1e3", "0x1F", "São_João", "cafe\u0301", "ａｉ"
            })
    void everyHashtagThatXKnowsCanBeFollowedByEveryTemplate(String hashtag) throws IOException {
        for (String template : List.of("x-search", "x-stream", "twitter-search")) {
            assertThat(problems(followed("mine", template, "\"" + hashtag + "\"")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "covid-19 | write covid19",
                "São Paulo | write SãoPaulo",
                "c++ | write c",
                "AT&T | write ATT",
                "foo.com | write foocom",
                "'##rust' | write rust",
                "'@rust' | write rust",
                "2026 | none is of digits alone; write it with a letter, for example year2026",
                "2026-01-01 | hashtags are letters",
                "'२०२०' | none is of digits alone",
                "'#' | nothing stands after the sign",
                "🔥 | write a word",
                "'rust, go' | it is several; write a templatedRoute for each",
                "'rust OR go' | it is several",
                "'#rust #go' | it is several",
                "~ | write a word"
            })
    void aHashtagThatXCannotKnowIsToldWithWhatToWrite(String hashtag, String told) throws IOException {
        assertThat(problems(followed("mine", "x-search", "\"" + hashtag + "\"")))
                .singleElement()
                .asString()
                .startsWith("extra.yaml:6: ")
                .contains(told);
    }

    @Test
    void aHashtagThatIsTooLongForADirectoryIsTold() throws IOException {
        assertThat(problems(followed("mine", "x-search", "a".repeat(200)))).isEmpty();
        assertThat(problems(followed("mine", "x-search", "a".repeat(201))))
                .singleElement()
                .asString()
                .contains("is too long");
        assertThat(problems(followed("mine", "x-search", "ก".repeat(77))))
                .singleElement()
                .asString()
                .contains("231 bytes");
    }

    @Test
    void oneHashtagInTwoRoutesIsTold() throws IOException {
        assertThat(problems(followed("a", "x-search", "rust")
                        + followed("b", "x-stream", "\"#Rust\"")
                        + followed("c", "twitter-search", "rust")))
                .containsExactly("extra.yaml:12: 'Rust' is followed already, in extra.yaml:6: both would be one source"
                        + " and one partition, so remove one of them or give it another name");
        assertThat(problems(followed("a", "x-search", "COVID19")))
                .singleElement()
                .asString()
                .contains("built-in hashtags.yaml:7");
        assertThat(problems(followed("a", "x-search", "parallel")
                        + followed("b", "x-search", "saude")
                        + followed("c", "x-search", "paral·lel")))
                .isEmpty();
        String own =
                "- route:\n    id: %s\n    description: d\n    from:\n      uri: x:search/mine\n      parameters:\n"
                        + "        query: \"#mine\"\n      steps: []\n";
        assertThat(problems(own.formatted("a") + own.formatted("b")))
                .singleElement()
                .asString()
                .contains("'mine' is followed already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay | 30 | write 30s, 30m or 30h",
                "delay | often | is no duration: write for example 30s, 5m or 1h",
                "delay | 10ms | is out of range",
                "delay | -5s | is",
                "delay | 2d | allowed is 1 s to 1 day",
                "lookBack | 15 | write 15s, 15m or 15h",
                "settling | 60 | write 60s, 60m or 60h",
                "settling | 2h | allowed is 0 to 1 h",
                "lookBack | [1h, 2h] | takes one value"
            })
    void aDurationThatCannotBeMeantIsTold(String parameter, String value, String told) throws IOException {
        assertThat(problems(followed("a", "x-search", "rust") + "      - name: " + parameter + "\n        value: "
                        + value + "\n"))
                .singleElement()
                .asString()
                .startsWith("extra.yaml:8: ")
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30s", "5m", "1h", "1h30m", "PT15S", "60000ms", "'{{hashlake.search.delay}}'", "1d"})
    void aDurationWithAUnitIsTaken(String value) throws IOException {
        assertThat(problems(followed("a", "x-search", "rust") + "      - name: delay\n        value: " + value + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | 1 | is empty: write '[]'",
                "'# only a comment'                                  | 1 | is empty",
                "'rust'                                              | 1 | 'rust' is no route",
                "'- rust'                                            | 1 | 'rust' is no route",
                "'- \n- [a]'                                         | 1 | nothing stands after this",
                "'templatedRoute:\n  routeId: a'                     | 1 | write '- templatedRoute:'",
                "'- templatedRoute:\n\trouteId: a'                   | 2 | a tab",
                "'- templatedRoute:\n"
                        + "  routeId: a'                   | 2 | 'routeId' must stand within 'templatedRoute'",
                "'- templatedRoute:'                                 | 1 | needs keys below it",
                "'- templatedRoute:\n  - routeId: a'                 | 1 | needs keys below it",
                "'- templatedRoute:\n    routeId: [a'                | 2 | no valid YAML",
                "'[]\n---\n[]'                                       | 2 | remove the line '---'",
                "'- rout:\n    id: a'                                | 1 | 'rout' is not known here",
                "'- routeConfiguration:\n    id: a\n    id: b'       | 3 | 'id' stands here twice, first in line 2",
                "'- routeConfiguration: {id: a}\n  templatedRoute: {}' | 2 | needs a '- ' of its own",
                "'- routeConfiguration:\n    id: \"\u0007\"'         | 2 | holds the control character U+0007"
            })
    void aFileOfAnotherShapeIsTold(String yaml, int line, String told) throws IOException {
        assertThat(problems(yaml)).anySatisfy(problem -> assertThat(problem)
                .startsWith("extra.yaml:" + line + ": ")
                .contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'- hashtag: rust'                  | 5 | write '- name: hashtag' and 'value: rust'",
                "'- name: hashtag\n"
                        + "        value: #rust' | 6 | YAML takes '#rust' for a comment; write rust without the sign",
                "'- name: hashtag\n        value:'  | 6 | has no value",
                "'- name: hashtag'                  | 5 | write 'value:'",
                "'- name: hashtag\n        vale: rust' | 6 | 'vale' is not known here",
                "'- name: hashtag\n        value: [rust, go]' | 6 | write a templatedRoute for each",
                "'- name: hashtag\n        value: rust\n      - name: hashtag\n        value: go' | 7 | given twice",
                "'- name: hashtg\n"
                        + "        value: rust' | 5 | has no parameter 'hashtg'; it has [delay, hashtag, lookBack, settling]",
                "'hashtag: rust'                    | 5 | 'parameters' is a list",
                "''                                 | 2 | needs the parameter 'hashtag'"
            })
    void parametersOfAnotherShapeAreTold(String parameters, int line, String told) throws IOException {
        String yaml = "- templatedRoute:\n    routeId: a\n    routeTemplateRef: x-search\n    parameters:\n      "
                + parameters + "\n";
        assertThat(problems(yaml)).anySatisfy(problem -> assertThat(problem)
                .startsWith("extra.yaml:" + line + ": ")
                .contains(told));
    }

    @Test
    void hashtagsAndOptionsOfRoutesWithoutATemplateAreCheckedAsWell() throws IOException {
        assertThat(problems("""
                - route:
                    id: mine
                    description: d
                    from:
                      uri: x:search/my name
                      parameters:
                        query: "(#covid-19 OR #ok) -#also"
                        delay: 30
                      steps: []
                """))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("extra.yaml:5: 'my name' cannot name a source"),
                        query -> assertThat(query)
                                .startsWith("extra.yaml:7: '#covid-19' is no hashtag of X")
                                .contains("write covid19"),
                        delay -> assertThat(delay).startsWith("extra.yaml:8: ").contains("write 30s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(#a OR #b            | a '(' is not closed",
                "#a OR #b)            | a ')' has no '('",
                "#a OR                | nothing stands beside an OR",
                "#a ()                | nothing stands beside an OR or within parentheses",
                "-#a                  | an exclusion stands alone",
                "#a OR -#b            | an exclusion stands alone",
                "#a -                 | a '-' excludes nothing",
                "lang:pt is:reply     | the query only narrows",
                "has:media OR is:quote | the query only narrows",
                "'#a \"rust lang'     | a quote is not closed",
                "#a and #b            | 'and' is ambiguous",
                "#a or #b             | 'or' is ambiguous",
                "#a form:nasa         | 'form:' is no operator of X",
                "#a has:pictures      | 'has:pictures' is no operator of X: write one of [cashtags",
                "#a from: nasa        | 'from:' has no value"
            })
    void aQueryThatXWouldRefuseIsTold(String query, String told) throws IOException {
        String yaml = query.contains("\"") ? query : "\"" + query + "\"";
        for (String kind : List.of("search", "stream")) {
            assertThat(problems(own("x:" + kind + "/mine", "query: " + yaml)))
                    .singleElement()
                    .asString()
                    .startsWith("extra.yaml:7: ")
                    .contains(told);
        }
        assertThat(problems(
                        followed("mine", "x-stream", "rust") + "      - name: query\n        value: " + yaml + "\n"))
                .singleElement()
                .asString()
                .startsWith("extra.yaml:8: ")
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#rust lang:pt -is:retweet",
                "(#rust OR \\\"rust lang\\\") has:links -(from:a OR from:b)",
                "#rust min_likes:10 url:\\\"https://example.org\\\" \\\"and\\\"",
                "from:nasa OR @nasa OR $NASA OR 🚀",
                "conversation_id:1 OR context:10.799022225751871488 OR point_radius:[-105.27 40.01 16km]"
            })
    void aQueryThatXTakesIsTaken(String query) throws IOException {
        assertThat(problems(own("x:search/mine", "query: \"" + query + "\""))).isEmpty();
    }

    @Test
    void aQueryIsAsLongAsItsScopeAllows() throws IOException {
        String query = "query: \"#a " + "b ".repeat(400) + "\"";
        assertThat(problems(own("x:search/mine", query)))
                .singleElement()
                .asString()
                .contains("the query has 803 characters, but X takes at most 512: split it");
        assertThat(problems(own("x:search/mine", query, "scope: ALL"))).isEmpty();
        assertThat(problems(own("x:search/mine", query.replace("#a ", "#a " + "c ".repeat(200)), "scope: ALL")))
                .singleElement()
                .asString()
                .contains("at most 1024");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x:search/mine | query: '#a' ; window: 5m | 8 | x:search has no option 'window'; it has [delay, lookBack,",
                "x:search/mine | query: '#a' ; scope: some | 8 | write RECENT or ALL",
                "x:search/mine | query: '#a' ; maxResults: 500 | 8 | is out of range: maxResults is 500, allowed is 10 to 100",
                "x:search/mine | query: '#a' ; maxResults: many | 8 | is no number",
                "x:search/mine | query: '#a' ; lookBack: 8d | 8 | is out of range",
                "x:search/mine | delay: 30s | 5 | needs the option 'query'",
                "x:search/mine?query=%23covid-19 | delay: 30s | 5 | '#covid-19' is no hashtag of X",
                "x:sample/mine | query: '#a' | 7 | x:sample has no option 'query'",
                "x:searches/mine | query: '#a' | 5 | x:searches/mine is not known; write x:search/NAME"
            })
    void anAddressThatNoRouteCanReadFromIsTold(String uri, String options, int line, String told) throws IOException {
        assertThat(problems(own(uri, options.split(" ; "))))
                .singleElement()
                .asString()
                .startsWith("extra.yaml:" + line + ": ")
                .contains(told);
    }

    @Test
    void aQueryThatATemplateOfOnesOwnPutsTogetherIsChecked() throws IOException {
        String template = """
                - routeTemplate:
                    id: mine
                    description: d
                    parameters:
                      - name: hashtag
                      - name: language
                    route:
                      from:
                        uri: x:search/{{hashtag}}
                        parameters:
                          query: "#{{hashtag}} lang:{{language}}"
                """;
        String route = followed("a", "mine", "rust") + "      - name: language\n        value: %s\n";
        assertThat(problems(template + route.formatted("pt"))).isEmpty();
        assertThat(problems(template + route.formatted("pt or #go")))
                .singleElement()
                .asString()
                .contains("'or' is ambiguous");
    }

    private static String own(String uri, String... options) {
        return "- route:\n    id: mine\n    description: d\n    from:\n      uri: " + uri
                + "\n      parameters:\n        " + String.join("\n        ", options) + "\n      steps: []\n";
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnceInTheirOrder() throws IOException {
        assertThat(problems("- templatedRoute:\n    routeId: climate\n    routeTemplateRef: x-serch\n    parameters:\n"
                        + "      - name: hashtag\n        value: covid-19\n" + followed("b", "x-search", "2026")))
                .satisfiesExactly(
                        id -> assertThat(id)
                                .startsWith(
                                        "extra.yaml:2: the id 'climate' is taken already, in built-in hashtags.yaml:"),
                        template -> assertThat(template)
                                .startsWith("extra.yaml:3: there is no routeTemplate 'x-serch'; there are [")
                                .contains("x-search"),
                        hashtag -> assertThat(hashtag).startsWith("extra.yaml:6: 'covid-19'"),
                        digits -> assertThat(digits).startsWith("extra.yaml:12: '2026'"));
    }

    @Test
    void yamlIsUtf8WithOrWithoutAMarkAndWithAnyLineEnd() throws IOException {
        String yaml = "\uFEFF" + followed("a", "x-search", "saúde2").replace("\n", "\r\n");
        assertThat(problems(RouteFile.of("extra.yaml", "extra.yaml", yaml.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        byte[] latin = followed("a", "x-search", "saúde2").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(problems(RouteFile.of("extra.yaml", "extra.yaml", latin)))
                .containsExactly("extra.yaml:6: is not UTF-8: save the file in the encoding UTF-8");
        byte[] wide = yaml.getBytes(Charset.forName("UTF-16LE"));
        assertThat(problems(RouteFile.of("extra.yaml", "extra.yaml", wide)))
                .singleElement()
                .asString()
                .contains("is not UTF-8");
    }

    @Test
    void aFileCanBeWrittenInACharsetThatLacksItsCharacters() throws IOException {
        RouteFile file = new RouteFile("extra.yaml", "extra.yaml", followed("é", "x-search", "paral·lel # ação 日本"));
        String ascii = file.writtenIn(StandardCharsets.US_ASCII);
        assertThat(ascii).isEqualTo(new String(ascii.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        assertThat(FollowedHashtags.in(List.of(new RouteFile("a.yaml", "a.yaml", ascii))))
                .containsExactly(Hashtag.of("paral·lel"));
        assertThat(file.writtenIn(StandardCharsets.UTF_8)).isEqualTo(file.yaml());
    }

    @Test
    void twoRoutesWithoutAHashtagAreToldOnceEach() throws IOException {
        assertThat(problems(followed("a", "x-search", "#a") + followed("b", "x-search", "#b")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("YAML takes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "? ", "{a: "})
    void whatIsNestedTooDeeplyIsRefused(String opening) throws IOException {
        assertThat(problems(opening.repeat(5_000)))
                .singleElement()
                .asString()
                .startsWith("extra.yaml:1: no valid YAML: nested too deeply");
    }

    @Test
    void aliasesAreFollowed() throws IOException {
        assertThat(problems(followed("a", "x-search", "&tag rust").replace("routeId: a", "routeId: &id a")
                        + followed("b", "x-search", "*tag")))
                .singleElement()
                .asString()
                .contains("'rust' is followed already");
    }

    private static List<String> problems(String yaml) throws IOException {
        return problems(new RouteFile("extra.yaml", "extra.yaml", yaml));
    }

    private static List<String> problems(RouteFile file) throws IOException {
        List<RouteFile> files = new ArrayList<>(RouteFiles.in(Path.of("no-routes"), Deployment.alone()));
        files.add(file);
        return RouteLint.problemsOf(files);
    }

    private static String followed(String id, String template, String hashtag) {
        return """
                - templatedRoute:
                    routeId: %s
                    routeTemplateRef: %s
                    parameters:
                      - name: hashtag
                        value: %s
                """.formatted(id, template, hashtag);
    }
}
