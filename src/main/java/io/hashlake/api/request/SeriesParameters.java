package io.hashlake.api.request;

import io.hashlake.api.problem.ProblemException;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.Selection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Steps of a series. */
@RegisterForReflection
public record SeriesParameters(
        @QueryParam("interval")
        @DefaultValue("hour")
        @Parameter(
                description = "The steps of the series; a period has up to 20,000",
                example = "day",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"minute", "hour", "day"},
                                defaultValue = "hour"))
        Interval interval) {

    /** @throws ProblemException if the period has too many of these steps for so many hashtags */
    public Interval within(Selection selection) {
        long steps = interval.steps(selection.from(), selection.to());
        long most = Limits.MAX_POINTS / Math.max(1, selection.hashtags().size());
        if (steps > most) {
            InvalidParameters invalid = new InvalidParameters();
            invalid.add(
                    "interval",
                    interval.name().toLowerCase(Locale.ROOT),
                    "one by which the period has up to " + most + " steps rather than " + steps);
            invalid.refuse();
        }
        return interval;
    }
}
