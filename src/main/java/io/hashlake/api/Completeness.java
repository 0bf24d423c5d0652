package io.hashlake.api;

import io.hashlake.api.request.Period;
import io.hashlake.warehouse.analytics.GapTime;
import io.hashlake.warehouse.analytics.GapView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Part of a period that a source has surely covered.
 *
 * @param missingSeconds how much of it lies in gaps that are not closed, each moment once
 * @param share the rest, from 0 to 1
 * @param open gaps that are to be filled
 * @param unclosable gaps that cannot be
 */
@Schema(description = "How much of a period a source has surely covered")
public record Completeness(
        String source,

        @Schema(description = "What lies in gaps that are not closed")
        double missingSeconds,

        @Schema(description = "The rest, from 0 to 1") double share,
        long open,
        long unclosable) {

    private static final String CLOSED = "closed";

    /** One a source that has declared a gap in the period, by name; closed gaps count as covered. */
    static List<Completeness> of(Period period, List<GapView> gaps, List<String> sources) {
        Map<String, List<GapView>> bySource = gaps.stream()
                .filter(gap -> !CLOSED.equals(gap.state()))
                .collect(Collectors.groupingBy(GapView::source, TreeMap::new, Collectors.toList()));
        sources.forEach(source -> bySource.putIfAbsent(source, List.of()));
        List<Completeness> all = new ArrayList<>();
        bySource.forEach((source, found) -> all.add(of(source, period, found)));
        return all;
    }

    private static Completeness of(String source, Period period, List<GapView> gaps) {
        double whole = seconds(Duration.between(period.from(), period.to()));
        double missing = seconds(GapTime.within(period.from(), period.to(), gaps));
        long open = gaps.stream().filter(gap -> gap.state().equals("open")).count();
        return new Completeness(source, missing, 1 - missing / whole, open, gaps.size() - open);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
