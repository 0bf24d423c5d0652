package io.hashlake.x.gap;

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

    private static final int MOST_PAGES = 100;

    public GapSettings {
        require(
                interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofDays(1)) <= 0,
                "hashlake.gaps.delay is " + interval + ", allowed is 1 s to 1 day");
        require(
                pages >= 1 && pages <= MOST_PAGES,
                "hashlake.gaps.pages is " + pages + ", allowed is 1 to " + MOST_PAGES);
        require(!listedAfter.isNegative(), "hashlake.gaps.listed-after is " + listedAfter + ", allowed is 0 or more");
    }

    private static void require(boolean allowed, String problem) {
        if (!allowed) {
            throw new IllegalArgumentException(problem);
        }
    }
}
