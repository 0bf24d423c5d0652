package io.hashlake.warehouse.analytics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step of a series.
 *
 * @param hashtag null in the series of all posts
 * @param start the step's first moment
 */
@Schema(description = "One step of a series")
public record SeriesPoint(@Schema(nullable = true) String hashtag, Instant start, Totals totals) {}
