package io.hashlake.pipeline;

import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import io.hashlake.text.EntityExtractor;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.HashtagLookup;
import io.hashlake.tweet.Tweet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Adds to each tweet of a batch what can be read out of its text. A tweet of which nothing can be read goes on as it came, and
 * is counted.
 */
public final class AnalysedBatches {

    private static final Logger LOG = Logger.getLogger(AnalysedBatches.class);

    private final TextAnalyzer analyzer;
    private final Supplier<List<Hashtag>> followed;
    private final Meters meters;
    private final EntityExtractor entities = new EntityExtractor();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    /**
     * @param followed hashtags that are followed: tweets of files in whose texts they were found belong to them, as those do that
     *     have them marked up
     */
    public AnalysedBatches(TextAnalyzer analyzer, Supplier<List<Hashtag>> followed, Meters meters) {
        this.analyzer = analyzer;
        this.followed = followed;
        this.meters = meters;
    }

    /** The same batch, its tweets analysed. */
    public TweetBatch analyse(TweetBatch batch) {
        HashtagLookup wanted = new HashtagLookup(Origins.isFile(batch.origin()) ? followed.get() : List.of());
        List<Tweet> analysed = new ArrayList<>(batch.tweets().size());
        for (Tweet tweet : batch.tweets()) {
            analysed.add(analysed(tweet, wanted));
        }
        return batch.withTweets(analysed);
    }

    private Tweet analysed(Tweet tweet, HashtagLookup wanted) {
        try {
            Tweet complete = entities.complete(tweet);
            return (complete == tweet ? tweet : attributed(complete, wanted)).analysed(analyzer.analyse(tweet));
        } catch (RuntimeException | StackOverflowError e) {
            failed(tweet, e);
            return tweet;
        }
    }

    private static Tweet attributed(Tweet tweet, HashtagLookup wanted) {
        boolean isComplete = wanted.isEmpty() || !tweet.followed().isEmpty();
        return isComplete
                ? tweet
                : tweet.followedBy(wanted.canonicalOf(tweet.entities().hashtags()));
    }

    /** Said once: what fails for one text fails for many. */
    private void failed(Tweet tweet, Throwable reason) {
        meters.textFailed();
        if (hasFailed.compareAndSet(false, true)) {
            LOG.warnf("The text of tweet %d, and perhaps of others, could not be analysed: %s", tweet.id(), reason);
        }
    }
}
