package io.hashlake.dynamodb;

import io.hashlake.TestConfig;
import io.hashlake.servers.DynamoDbServer;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import io.hashlake.tweet.User;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;

/** What tests of DynamoDB begin with. */
final class DynamoDbSamples {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private DynamoDbSamples() {}

    /** @param changed properties that are not at their defaults, each as {@code key=value} */
    static DynamoDbTable table(URI endpoint, String... changed) {
        Stream<String> usual = Stream.of(
                "table=posts",
                "create-table=true",
                "endpoint=" + endpoint,
                "access-key=" + DynamoDbServer.ACCESS_KEY,
                "secret-key=" + DynamoDbServer.SECRET_KEY);
        return new DynamoDbTable(TestConfig.of(
                DynamoDbConfig.class, Stream.concat(usual, Stream.of(changed)).toArray(String[]::new)));
    }

    static Tweet post(long id, long user) {
        return TweetSamples.tweet(id, NOON.plusSeconds(id)).toBuilder()
                .author(User.ofId(user))
                .build();
    }

    static Tweet observed(long id, Instant at, String text) {
        return post(id, 7).toBuilder().observedAt(at).text(text).build();
    }
}
