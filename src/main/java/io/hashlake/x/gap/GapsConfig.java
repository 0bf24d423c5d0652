package io.hashlake.x.gap;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.Range;

/** Filling of the gaps that sources declare. */
@ConfigMapping(prefix = "hashlake.gaps")
public interface GapsConfig {

    /** Whether gaps are filled by search. Every post read is billed. */
    @WithDefault("true")
    boolean fill();

    /** Time between two turns in which gaps are filled. */
    @WithDefault("30s")
    @DurationRange(min = "1s", max = "24h")
    Duration delay();

    /** Number of pages of 100 posts that filling gaps may ask for per turn: searches that are followed share X's limit with it. */
    @WithDefault("5")
    @Range(min = 1, max = 100)
    int pages();

    /** Time after its end for which a gap is not filled yet, because X lists posts late. */
    @WithDefault("60s")
    @DurationRange
    Duration listedAfter();

    /** Whether the posts found for a gap are compared with X's count, for one request per gap. */
    @WithDefault("false")
    boolean verify();
}
