package io.hashlake.warehouse.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Time that lies in gaps. */
public final class GapTime {

    private GapTime() {}

    /** Returns how much of a period lies in any of these gaps; where gaps overlap, each moment counts once. */
    public static Duration within(Instant from, Instant to, List<GapView> gaps) {
        List<GapView> ordered =
                gaps.stream().sorted(Comparator.comparing(GapView::from)).toList();
        Duration sum = Duration.ZERO;
        Instant counted = from;
        for (GapView gap : ordered) {
            Instant begin = counted.isBefore(gap.from()) ? gap.from() : counted;
            Instant end = gap.to().isBefore(to) ? gap.to() : to;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return sum;
    }
}
