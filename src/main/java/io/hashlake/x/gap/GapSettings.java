package io.hashlake.x.gap;

import io.hashlake.core.Mistakes;
import java.time.Duration;

/**
 * How gaps are filled.
 *
 * @param interval from one turn to the next, 1 s to 1 day
 * @param pages how many pages of 100 posts a turn may ask for, over all sources, 1 to 100: the searches that are followed
 *     share X's limit of 450 in 15 minutes with it
 * @param listedAfter how long after its end a gap is left alone, because X lists posts late; not negative
 * @param verified whether what was found is compared with what X counts, for a request each
 */
public record GapSettings(Duration interval, int pages, Duration listedAfter, boolean verified) {

    private static final int MAX_PAGES = 100;

    public GapSettings {
        boolean isInterval =
                interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofDays(1)) <= 0;
        new Mistakes()
                .unless(isInterval, "delay", interval, "1 s to 1 day")
                .unless(pages >= 1 && pages <= MAX_PAGES, "pages", pages, "1 to " + MAX_PAGES)
                .unless(!listedAfter.isNegative(), "listed-after", listedAfter, "0 or more")
                .refuse();
    }
}
