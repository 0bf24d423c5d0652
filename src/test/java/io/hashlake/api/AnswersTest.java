package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.Period;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.api.response.Links;
import io.hashlake.api.response.Responder;
import io.hashlake.api.response.Writing;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.PostView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Api api = new Api();

    @Test
    void idsAreTextsAndTimesAreIso() throws IOException {
        assertThat(written(api.posts.history("7", Api.parameters()), Format.JSON))
                .contains("\"id\":\"7\"", "\"authorId\":\"7\"", "\"createdAt\":\"2026-01-01T00:00:07Z\"");
    }

    @Test
    void fieldsThatCameLaterStandBesideTheOthers() throws IOException {
        assertThat(written(api.posts.posts(Api.parameters("limit", "1")), Format.JSON))
                .contains("\"paidPartnership\":true")
                .doesNotContain("\"added\"");
    }

    @Test
    void csvHasAHeaderAndAColumnForEachPart() throws IOException {
        assertThat(written(api.hashtags.hashtags(Api.parameters()), Format.CSV).lines())
                .containsExactly(
                        "hashtag,text,totals.posts,totals.authors,totals.reach,totals.engagement,totals.negative,"
                                + "totals.neutral,totals.positive,totals.meanPolarity",
                        "saúde,Saúde,10,5,1000,50,1,2,3,0.25");
    }

    @Test
    void csvHasAHeaderWithoutRowsToo() throws IOException {
        Answer nothing = api.selection.part("co-occurring", Api.parameters("hashtag", "x"));
        assertThat(written(nothing, Format.CSV).strip()).isEqualTo("hashtag,text,posts");
    }

    @Test
    void noTextOfACsvIsAFormulaAndNumbersStayNumbers() throws IOException {
        String csv = written(api.posts.posts(Api.parameters("limit", "1")), Format.CSV);
        assertThat(csv).contains(",'=Name,", "\"'-1+1 \"\"quoted\"\", and\na line\"", ",-0.5,negative,");
        assertThat(csv).contains("\"[\"\"saúde\"\",\"\"climate\"\"]\"");
    }

    @Test
    void excelIsToldByAByteOrderMarkThatACsvIsUtf8() throws IOException {
        Answer answer = api.hashtags.hashtags(Api.parameters());
        byte[] csv = Writing.bytes(answer, new Encoding(Format.CSV, true));
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("\uFEFF" + written(answer, Format.CSV));
    }

    @Test
    void aByteOrderMarkIsRefusedBeforeAnythingButCsv() {
        assertThat(encoding("format", "csv", "bom", "true")).isEqualTo(new Encoding(Format.CSV, true));
        assertThat(encoding("format", "json", "bom", "false")).isEqualTo(new Encoding(Format.JSON, false));
        for (String format : List.of("json", "ndjson")) {
            assertRefused("it goes with format=csv only", "format", format, "bom", "true");
        }
        assertRefused("true or false", "format", "csv", "bom", "1");
    }

    private static void assertRefused(String allowed, String... parameters) {
        assertThatThrownBy(() -> encoding(parameters)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().errors())
                .extracting(InvalidParameter::parameter, InvalidParameter::allowed)
                .containsExactly(tuple("bom", allowed)));
    }

    private static Encoding encoding(String... pairs) {
        Parameters parameters = Api.parameters(pairs);
        Encoding encoding = Responder.encoding(parameters, null, Format.ROWS);
        parameters.done();
        return encoding;
    }

    @Test
    void aSeriesOfSeveralHashtagsMayHaveFewerSteps() throws IOException {
        assertThat(api.selection.part("series", Api.parameters("interval", "minute", "last", "1w")))
                .isNotNull();
        assertThatThrownBy(() -> api.selection.part(
                        "series", Api.parameters("interval", "minute", "last", "1w", "hashtag", "a,b")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().errors())
                                .extracting(InvalidParameter::allowed)
                                .singleElement()
                                .asString()
                                .contains("up to 10000 steps rather than 10081"));
    }

    @Test
    void ndjsonHasALineARow() throws IOException {
        assertThat(written(api.posts.posts(Api.parameters("limit", "3")), Format.NDJSON)
                        .lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void pagesOfPostsFollowEachOtherToTheEnd() throws IOException {
        List<Long> ids = new ArrayList<>();
        Map<String, String> next = Map.of("cursor", "");
        String[] parameters = {"limit", "999", "last", "7d"};
        while (!next.isEmpty()) {
            Answer.Many<?> page = (Answer.Many<?>) api.posts.posts(Api.parameters(parameters));
            page.rows().forEach(post -> ids.add(((PostView) post).id()));
            next = page.next();
            parameters = new String[] {
                "limit", "999",
                "cursor", next.getOrDefault("cursor", ""),
                "from", next.getOrDefault("from", ""),
                "to", next.getOrDefault("to", "")
            };
        }
        assertThat(ids).hasSize((int) FakeAnalytics.POSTS).doesNotHaveDuplicates();
    }

    @Test
    void theLinkToTheNextPageKeepsTheOtherParametersAndFixesThePeriod() {
        assertThat(Links.next(
                        "/api/v1/posts",
                        Map.of("last", List.of("1h"), "text", List.of("a b&c")),
                        Map.of("cursor", "abc", "from", "2026-01-01T00:00:00Z")))
                .isEqualTo("</api/v1/posts?cursor=abc&from=2026-01-01T00%3A00%3A00Z&text=a+b%26c>; rel=\"next\"");
    }

    @Test
    void anUnknownPostIsNotFound() {
        assertThatThrownBy(() -> api.posts.history("99999", Api.parameters()))
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
        assertThat(Format.accepted(null, Format.ROWS)).contains(Format.JSON);
        assertThat(Format.accepted("text/csv", Format.ROWS)).contains(Format.CSV);
        assertThat(Format.accepted("text/html, */*;q=0.1", Format.ROWS)).contains(Format.JSON);
        assertThat(Format.accepted("application/json;q=0.2, text/*", Format.ROWS))
                .contains(Format.CSV);
        assertThat(Format.accepted("application/json;q=0, application/x-ndjson", Format.ROWS))
                .contains(Format.NDJSON);
        assertThat(Format.accepted("image/png", Format.ROWS)).isEqualTo(Optional.empty());
    }

    private static GapView gap(Instant from, Instant to, String state) {
        return new GapView(1, "x", from, to, "outage", state, from, null, null, null);
    }

    private static String written(Answer answer, Format format) {
        return new String(Writing.bytes(answer, new Encoding(format, false)), StandardCharsets.UTF_8);
    }
}
