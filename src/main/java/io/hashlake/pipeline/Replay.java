package io.hashlake.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import io.hashlake.x.MalformedPage;
import io.hashlake.x.PageParser;
import io.hashlake.x.SearchPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/**
 * Reads dead letters again. A file is an origin of its own, named after its name and time of change, so that one that was cut
 * off by a crash is read again without doubling anything.
 */
public final class Replay {

    private final PageParser parser = new PageParser();
    private final ObjectMapper json = TweetJson.mapper();
    private final Supplier<List<Hashtag>> followed;
    private final Cursors cursors;
    private final Clock clock;

    /** @param followed the hashtags that are followed now, to which posts are attributed */
    public Replay(Supplier<List<Hashtag>> followed, Cursors cursors, Clock clock) {
        this.followed = followed;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The batch that these lines of a dead-letter file make. */
    public TweetBatch read(
            String lines,
            @Header(Exchange.FILE_NAME_ONLY) String file,
            @Header(Exchange.FILE_LAST_MODIFIED) long changedAt,
            @ExchangeProperty(Exchange.SPLIT_INDEX) int index) {
        String origin = origin(file, changedAt);
        List<Tweet> tweets = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> read(line, origin, tweets, rejected));
        return new TweetBatch(origin, Integer.toString(index), Integer.toString(index + 1), tweets, rejected);
    }

    /** Remembers that the whole file is committed. */
    public void finish(
            @Header(Exchange.FILE_NAME_ONLY) String file, @Header(Exchange.FILE_LAST_MODIFIED) long changedAt)
            throws IOException {
        cursors.advance(origin(file, changedAt), "done");
    }

    private void read(String line, String origin, List<Tweet> tweets, List<Rejected> rejected) {
        try {
            JsonNode letter = json.readTree(line);
            if (letter.hasNonNull("tweet")) {
                tweets.add(json.treeToValue(letter.get("tweet"), Tweet.class));
                return;
            }
            String payload = letter.path("payload").asText(line);
            SearchPage page = parser.parseLine(payload.getBytes(StandardCharsets.UTF_8), origin, clock.instant());
            page.tweets().forEach(tweet -> tweets.add(attribute(tweet)));
            rejected.addAll(page.rejected());
        } catch (JsonProcessingException e) {
            rejected.add(new Rejected(clock.instant(), origin, Rejected.Stage.PARSE, e.getOriginalMessage(), line));
        } catch (MalformedPage e) {
            rejected.add(new Rejected(clock.instant(), origin, Rejected.Stage.PARSE, e.getMessage(), line));
        }
    }

    private Tweet attribute(Tweet tweet) {
        if (!tweet.followed().isEmpty()) {
            return tweet;
        }
        return tweet.followedBy(tweet.entities().canonicalOf(followed.get()));
    }

    private static String origin(String file, long changedAt) {
        String name = file.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return "replay-" + name.substring(0, Math.min(40, name.length())) + "-" + changedAt;
    }
}
