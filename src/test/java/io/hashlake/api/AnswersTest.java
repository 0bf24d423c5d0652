package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.request.Period;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.PostView;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final List<Format> ROWS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private final Api api = new Api();

    @Test
    void idsAreTextsAndTimesAreIso() throws IOException {
        assertThat(api.ask("Posts.post", "7", Map.of()).written(Format.JSON))
                .contains("\"id\":\"7\"", "\"authorId\":\"7\"", "\"createdAt\":\"2026-01-01T00:00:07Z\"");
        assertThat(api.ask("Operations.gaps").written(Format.JSON)).contains("\"id\":\"1\"");
        assertThat(api.ask("Users.users", "limit", "1").written(Format.JSON)).contains("\"userId\":\"1\"");
        assertThat(api.ask("Selection.authors").written(Format.JSON)).contains("\"userId\":\"1\"");
    }

    @Test
    void fieldsThatCameLaterStandBesideTheOthers() throws IOException {
        assertThat(api.ask("Posts.posts", "limit", "1").written(Format.JSON))
                .contains("\"paidPartnership\":true")
                .doesNotContain("\"added\"");
    }

    @Test
    void csvHasAHeaderAndAColumnForEachPart() throws IOException {
        assertThat(api.ask("Hashtags.hashtags").written(Format.CSV).lines())
                .containsExactly(
                        "hashtag,text,totals.posts,totals.authors,totals.reach,totals.engagement,totals.negative,"
                                + "totals.neutral,totals.positive,totals.meanPolarity",
                        "saúde,Saúde,10,5,1000,50,1,2,3,0.25");
    }

    @Test
    void csvHasAHeaderWithoutRowsToo() throws IOException {
        assertThat(api.ask("Selection.coOccurring", "hashtag", "x")
                        .written(Format.CSV)
                        .strip())
                .isEqualTo("hashtag,text,posts");
    }

    @Test
    void noTextOfACsvIsAFormulaAndNumbersStayNumbers() throws IOException {
        String csv = api.ask("Posts.posts", "limit", "1").written(Format.CSV);
        assertThat(csv).contains(",'=Name,", "\"'-1+1 \"\"quoted\"\", and\na line\"", ",-0.5,negative,");
        assertThat(csv).contains("\"[\"\"saúde\"\",\"\"climate\"\"]\"");
    }

    @Test
    void excelIsToldByAByteOrderMarkThatACsvIsUtf8() throws IOException {
        Api.Answer answer = api.ask("Hashtags.hashtags");
        byte[] csv = answer.written(new Encoding(Format.CSV, true));
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("\uFEFF" + answer.written(Format.CSV));
    }

    @Test
    void aByteOrderMarkIsRefusedBeforeAnythingButCsv() throws IOException {
        assertThat(api.ask("Totals.totals", "format", "csv", "bom", "true")).isNotNull();
        assertThat(api.ask("Totals.totals", "format", "json", "bom", "false")).isNotNull();
        for (String format : List.of("json", "ndjson")) {
            assertRefused("it goes with format=csv only", "format", format, "bom", "true");
        }
        assertRefused("true or false", "format", "csv", "bom", "1");
    }

    private void assertRefused(String allowed, String... parameters) {
        assertThatThrownBy(() -> api.ask("Totals.totals", parameters))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().errors())
                                .extracting(InvalidParameter::parameter, InvalidParameter::allowed)
                                .containsExactly(tuple("bom", allowed)));
    }

    @Test
    void aSeriesOfSeveralHashtagsMayHaveFewerSteps() throws IOException {
        assertThat(api.ask("Selection.series", "interval", "minute", "last", "1w"))
                .isNotNull();
        assertThatThrownBy(() -> api.ask("Selection.series", "interval", "minute", "last", "1w", "hashtag", "a,b"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().errors())
                                .extracting(InvalidParameter::allowed)
                                .singleElement()
                                .asString()
                                .contains("up to 10000 steps rather than 10081"));
    }

    @Test
    void ndjsonHasALineARow() throws IOException {
        assertThat(api.ask("Posts.posts", "limit", "3").written(Format.NDJSON).lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void pagesOfPostsFollowEachOtherToTheEnd() throws IOException {
        List<Long> ids = new ArrayList<>();
        Api.Answer page = api.ask("Posts.posts", "limit", "999", "last", "7d");
        add(page, ids);
        while (page.link() != null) {
            page = api.ask("Posts.posts", "climate", linked(page.link()));
            add(page, ids);
        }
        assertThat(ids).hasSize((int) FakeAnalytics.POSTS).doesNotHaveDuplicates();
    }

    private static void add(Api.Answer page, List<Long> ids) {
        ((List<?>) page.entity()).forEach(post -> ids.add(((PostView) post).id()));
    }

    private static Map<String, List<String>> linked(String link) {
        return Arrays.stream(link.replaceFirst(".*\\?(.*)>.*", "$1").split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> List.of(URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }

    @Test
    void theLinkToTheNextPageKeepsTheOtherParametersAndFixesThePeriod() throws IOException {
        assertThat(api.ask("Posts.posts", "last", "7d", "text", "a b&c", "limit", "1")
                        .link())
                .isEqualTo("</api/v1/x?cursor=MTc2NzIyODEwMDAwMDAwMDoyNTAw&from=2025-12-25T01%3A00%3A00Z&limit=1"
                        + "&text=a+b%26c&to=2026-01-01T01%3A00%3A00Z>; rel=\"next\"");
    }

    @Test
    void anUnknownPostIsNotFound() {
        assertThatThrownBy(() -> api.ask("Posts.post", "99999", Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void whatSeveralGapsCoverIsMissingOnce() {
        Instant start = FakeAnalytics.START;
        List<GapView> gaps = List.of(
                gap(start.minusSeconds(50), start.plusSeconds(20), "open"),
                gap(start.plusSeconds(10), start.plusSeconds(40), "unclosable"),
                gap(start.plusSeconds(50), start.plusSeconds(90), "closed"));
        assertThat(Completeness.of(new Period(start, start.plusSeconds(100)), gaps, List.of("other")))
                .containsExactly(new Completeness("other", 0, 1, 0, 0), new Completeness("x", 40, 0.6, 1, 1));
    }

    @Test
    void theFormatIsTheOneThatIsAcceptedMost() {
        assertThat(Format.accepted(null, ROWS)).contains(Format.JSON);
        assertThat(Format.accepted("text/csv", ROWS)).contains(Format.CSV);
        assertThat(Format.accepted("text/html, */*;q=0.1", ROWS)).contains(Format.JSON);
        assertThat(Format.accepted("application/json;q=0.2, text/*", ROWS)).contains(Format.CSV);
        assertThat(Format.accepted("application/json;q=0, application/x-ndjson", ROWS))
                .contains(Format.NDJSON);
        assertThat(Format.accepted("image/png", ROWS)).isEqualTo(Optional.empty());
    }

    private static GapView gap(Instant from, Instant to, String state) {
        return new GapView(1, "x", from, to, "outage", state, from, null, null, null);
    }
}
