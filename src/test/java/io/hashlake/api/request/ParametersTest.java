package io.hashlake.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hashlake.api.Api;
import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.ProblemException;
import jakarta.ws.rs.BeanParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** Stands for a resource. */
    interface Questions {
        void selected(
                @BeanParam HashtagParameters hashtags, @BeanParam PeriodParameters period, @BeanParam RowLimit limit);
    }

    @Test
    void thePeriodIsTheLastDayUnlessSomethingElseIsSaid() {
        assertThat(period()).isEqualTo(new Period(Api.NOW.minus(Duration.ofDays(1)), Api.NOW));
        assertThat(period("last", "30m")).isEqualTo(new Period(Api.NOW.minus(Duration.ofMinutes(30)), Api.NOW));
    }

    @Test
    void datesBeginInTheZone() {
        assertThat(period("from", "2025-12-01", "to", "2025-12-02"))
                .isEqualTo(new Period(Instant.parse("2025-12-01T03:00:00Z"), Instant.parse("2025-12-02T03:00:00Z")));
        assertThat(period("from", "2025-12-01", "zone", "Asia/Tokyo").from())
                .isEqualTo(Instant.parse("2025-11-30T15:00:00Z"));
    }

    @Test
    void hashtagsAreTakenInAnySpellingOnceEach() {
        HashtagParameters given = (HashtagParameters) bound("hashtag", "#Saúde,climate", "hashtag", "CLIMATE")[0];
        PeriodParameters period = (PeriodParameters) bound()[1];
        assertThat(period.selection(given.hashtags(), Api.CLOCK).hashtags()).containsExactly("climate", "saúde");
    }

    @Test
    void whatCannotStandInAHashtagIsRefused() {
        assertThat(refused("hashtag", "covid-19")).singleElement().satisfies(error -> {
            assertThat(error.value()).isEqualTo("covid-19");
            assertThat(error.allowed()).contains("letters, digits and _");
        });
        assertThat(bound("hashtag", "Saúde_2,hashtagパ,#نفط")).isNotNull();
    }

    @Test
    void everyMistakeIsToldAtOnceWithWhatIsAllowed() {
        List<InvalidParameter> errors = refused(
                "from", "yesterday", "last", "1x", "limit", "0", "hashtag", "a b", "zone", "GMT+3", "colour", "red");
        assertThat(errors)
                .extracting(InvalidParameter::parameter)
                .containsExactlyInAnyOrder("from", "last", "limit", "hashtag", "zone", "colour");
        assertThat(errors)
                .contains(
                        new InvalidParameter("limit", "0", "a whole number from 1 to 1000"),
                        new InvalidParameter(
                                "colour", "red", "no such parameter; there are from, hashtag, last, limit, to, zone"));
    }

    @Test
    void aParameterIsNotGivenTwice() {
        assertThat(refused("limit", "1", "limit", "2"))
                .containsExactly(new InvalidParameter("limit", "1, 2", "it can be given once"));
    }

    @Test
    void anEmptyPeriodIsRefused() {
        assertThat(refused("from", "2026-01-02", "to", "2026-01-01"))
                .extracting(InvalidParameter::parameter)
                .containsExactly("from");
    }

    @Test
    void whatFitsNothingElseIsToldTogetherWithWhatCannotBeRead() {
        assertThat(refused("from", "2025-12-01", "last", "1h", "limit", "x"))
                .extracting(InvalidParameter::parameter)
                .containsExactlyInAnyOrder("last", "limit");
    }

    private static Period period(String... query) {
        return ((PeriodParameters) bound(query)[1]).period(Api.CLOCK);
    }

    private static List<InvalidParameter> refused(String... query) {
        return catchThrowableOfType(ProblemException.class, () -> bound(query))
                .problem()
                .errors();
    }

    private static Object[] bound(String... query) {
        InvalidParameters invalid = new InvalidParameters();
        GivenValues given = new GivenValues(Api.query(query), Map.of(), Map.of());
        Object[] bound = new MethodParameters(Questions.class.getDeclaredMethods()[0]).bind(given, Api.CLOCK, invalid);
        invalid.refuse();
        return bound;
    }
}
