package io.hashlake.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hashlake.api.Api;
import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void thePeriodIsTheLastDayUnlessSomethingElseIsSaid() {
        assertThat(Api.parameters().period()).isEqualTo(new Period(Api.NOW.minus(Duration.ofDays(1)), Api.NOW));
        assertThat(Api.parameters("last", "30m").period())
                .isEqualTo(new Period(Api.NOW.minus(Duration.ofMinutes(30)), Api.NOW));
    }

    @Test
    void datesBeginInTheZone() {
        assertThat(Api.parameters("from", "2025-12-01", "to", "2025-12-02").period())
                .isEqualTo(new Period(Instant.parse("2025-12-01T03:00:00Z"), Instant.parse("2025-12-02T03:00:00Z")));
        assertThat(Api.parameters("from", "2025-12-01", "zone", "Asia/Tokyo")
                        .period()
                        .from())
                .isEqualTo(Instant.parse("2025-11-30T15:00:00Z"));
    }

    @Test
    void hashtagsAreTakenInAnySpellingOnceEach() {
        assertThat(Api.parameters("hashtag", "#Saúde,climate", "hashtag", "CLIMATE")
                        .hashtags())
                .containsExactly("saúde", "climate");
    }

    @Test
    void everyMistakeIsToldAtOnceWithWhatIsAllowed() {
        Parameters parameters = Api.parameters(
                "from", "yesterday", "last", "1x", "limit", "0", "hashtag", "a b", "zone", "GMT+3", "colour", "red");
        parameters.selection();
        parameters.limit(10, 100);
        ProblemException refused = catchThrowableOfType(ProblemException.class, parameters::done);
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().errors())
                .extracting(InvalidParameter::parameter)
                .containsExactlyInAnyOrder("from", "last", "limit", "hashtag", "zone", "colour");
        assertThat(refused.problem().errors())
                .contains(new InvalidParameter("limit", "0", "a whole number from 1 to 100"));
    }

    @Test
    void aParameterIsNotGivenTwice() {
        Parameters parameters = Api.parameters("limit", "1", "limit", "2");
        parameters.limit(10, 100);
        assertThat(catchThrowableOfType(ProblemException.class, parameters::done)
                        .problem()
                        .errors())
                .isEqualTo(List.of(new InvalidParameter("limit", "1, 2", "it can be given once")));
    }

    @Test
    void anEmptyPeriodIsRefused() {
        Parameters parameters = Api.parameters("from", "2026-01-02", "to", "2026-01-01");
        parameters.period();
        assertThat(catchThrowableOfType(ProblemException.class, parameters::done))
                .isNotNull();
    }
}
