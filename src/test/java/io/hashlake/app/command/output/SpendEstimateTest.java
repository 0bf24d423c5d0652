package io.hashlake.app.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.spend.BudgetConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpendEstimateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final long[] POSTS = {1_400, 4_000, 5_000, 6_000, 5_000, 4_000, 3_000, 1_000};

    @Test
    void saysWhatTheDocumentationShows() throws IOException {
        assertThat(Files.readString(Path.of("docs", "spend.md")))
                .contains(estimate(POSTS).text().lines().toList());
    }

    @Test
    void aFewPostsAWeekAreRoundedUp() {
        SpendEstimate estimate = estimate(3);
        assertThat(estimate.postsPerDay()).isEqualTo(1);
        assertThat(estimate.dollarsPerDay()).isEqualByComparingTo("0.005");
        assertThat(estimate.dollarsPerDayWithAuthors()).isEqualByComparingTo("0.015");
    }

    private static SpendEstimate estimate(long... posts) {
        List<PostCounts.Interval> days = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < posts.length; i++) {
            Instant start = NOW.minus(Duration.ofDays(posts.length - i));
            days.add(new PostCounts.Interval(start, start.plus(Duration.ofDays(1)), posts[i]));
            total += posts[i];
        }
        return SpendEstimate.of(
                "#climate",
                new PostCounts(days, total, Optional.empty()),
                TestConfig.of(BudgetConfig.class).prices(),
                NOW);
    }
}
