package io.hashlake.api.request;

import io.hashlake.api.value.Moment;
import io.hashlake.api.value.PeriodLength;
import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Selection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A period; the last day if nothing is given. */
@RegisterForReflection
public record PeriodParameters(
        @QueryParam("from")
        @Parameter(
                description = "The period's first moment, or the date on which it begins in the zone; instead of last",
                example = "2026-01-01",
                schema = @Schema(type = SchemaType.STRING))
        Moment from,

        @QueryParam("to")
        @Parameter(
                description =
                        "The first moment after the period, or the date that begins with it; now, if it is missing",
                example = "2026-12-31T00:00:00Z",
                schema = @Schema(type = SchemaType.STRING))
        Moment to,

        @QueryParam("last")
        @Parameter(
                description = "How long the period is, up to its end: minutes, hours, days or weeks",
                example = "7d",
                schema = @Schema(type = SchemaType.STRING, pattern = "[1-9][0-9]*[mhdw]", defaultValue = "24h"))
        PeriodLength last,

        @QueryParam("zone")
        @Parameter(
                description = "The time zone in which dates and days begin; the reporting zone, if it is missing",
                example = "America/Sao_Paulo",
                schema = @Schema(type = SchemaType.STRING))
        ZoneId zone)
        implements Checked {

    private static final Duration USUAL = Duration.ofHours(24);

    @Override
    public void check(InvalidParameters invalid, RequestClock clock) {
        boolean isPlausible = isPlausible("from", from, invalid, clock) & isPlausible("to", to, invalid, clock);
        if (from != null && last != null) {
            invalid.add("last", last.text(), "it takes the place of from: give one of them");
        }
        if (isPlausible && !start(clock).isBefore(end(clock))) {
            invalid.add("from", start(clock).toString(), "a moment before " + end(clock) + ", where the period ends");
        }
    }

    private boolean isPlausible(String name, Moment moment, InvalidParameters invalid, RequestClock clock) {
        boolean isPlausible = moment == null || Moment.isPlausible(moment.in(zone(clock)));
        if (!isPlausible) {
            invalid.add(name, moment.text(), Moment.ALLOWED);
        }
        return isPlausible;
    }

    public Period period(RequestClock clock) {
        return new Period(start(clock), end(clock));
    }

    /** Posts of the period with any of the hashtags. */
    public Selection selection(List<Hashtag> hashtags, RequestClock clock) {
        return new Selection(hashtags.stream().map(Hashtag::canonical).toList(), start(clock), end(clock));
    }

    public ZoneId zone(RequestClock clock) {
        return zone == null ? clock.usualZone() : zone;
    }

    private Instant start(RequestClock clock) {
        return from == null ? end(clock).minus(last == null ? USUAL : last.length()) : from.in(zone(clock));
    }

    private Instant end(RequestClock clock) {
        return to == null ? clock.now() : to.in(zone(clock));
    }
}
