package io.hashlake.app.command.output;

import io.hashlake.core.Quantity;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.spend.Prices;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Estimated cost of following a hashtag, by the posts of the last seven days.
 *
 * @param posts in seven days
 * @param dollarsPerDay for the posts alone
 * @param dollarsPerDayWithAuthors if each has another author, and authors are billed
 * @param estimateDollars what this estimate itself cost
 */
@RegisterForReflection
public record SpendEstimate(
        String query,
        long posts,
        long postsPerDay,
        long postsOnBusiestDay,
        BigDecimal dollarsPerDay,
        BigDecimal dollarsPerDayWithAuthors,
        BigDecimal estimateDollars) {

    private static final int DAYS = 7;
    private static final int MONTH = 30;

    /** Posts per day are rounded up, so that the dollars are not too few. */
    public static SpendEstimate of(String query, PostCounts counts, Prices prices, Instant now) {
        LocalDate today = BillingCycle.dayOf(now);
        long perDay = (counts.total() + DAYS - 1) / DAYS;
        Dollars post = prices.of(Resource.POST, today);
        Dollars author = prices.of(Resource.USER, today);
        return new SpendEstimate(
                query,
                counts.total(),
                perDay,
                counts.intervals().stream()
                        .mapToLong(PostCounts.Interval::posts)
                        .max()
                        .orElse(0),
                post.times(perDay).decimal(),
                post.plus(author).times(perDay).decimal(),
                prices.of(Resource.COUNTS_RECENT, today).decimal());
    }

    public String text() {
        return """
                %s: %s in the last 7 days, %,d per day on average, %,d on the busiest day
                Posts alone:        $%,.2f per day, $%,.2f in 30 days
                With their authors: $%,.2f per day at most, $%,.2f in 30 days
                This estimate cost $%s, for one request for counts.""".formatted(
                        query,
                        new Quantity(posts, "post"),
                        postsPerDay,
                        postsOnBusiestDay,
                        dollarsPerDay,
                        inMonth(dollarsPerDay),
                        dollarsPerDayWithAuthors,
                        inMonth(dollarsPerDayWithAuthors),
                        estimateDollars.stripTrailingZeros().toPlainString());
    }

    private static BigDecimal inMonth(BigDecimal perDay) {
        return perDay.multiply(BigDecimal.valueOf(MONTH));
    }
}
