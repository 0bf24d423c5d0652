package io.hashlake.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkIdTest {

    private static final String KEY = "at://did:plc:wq4aajammjtxdomz3e23667t/app.bsky.feed.post/3mptbyplj5d2a";

    @Test
    void isTheSameInEveryProcessForEver() {
        assertThat(NetworkId.of(KEY)).isEqualTo(7579860052555605315L);
    }

    @Test
    void liesWhereXHasNoIdsForDecades() {
        assertThat(IntStream.range(0, 1_000).mapToLong(i -> NetworkId.of(KEY + i)))
                .allMatch(id -> id >= NetworkId.FIRST);
        assertThat(Snowflake.time(NetworkId.FIRST)).isAfter(Instant.parse("2045-09-01T00:00:00Z"));
    }

    @Test
    void aPostStoredWithoutANetworkIsOfX() {
        Tweet.Builder post = TweetSamples.tweet(1).toBuilder().network(Network.BLUESKY);
        AddedField<?> network = TweetFields.ADDED.stream()
                .filter(added -> added.field().name().equals("network"))
                .findFirst()
                .orElseThrow();

        network.setter().accept(post, null);

        assertThat(post.build().network()).isEqualTo(Network.X);
    }

    @Test
    void usesAll62Bits() {
        long any =
                IntStream.range(0, 1_000).mapToLong(i -> NetworkId.of(KEY + i)).reduce(0, (a, b) -> a | b);
        assertThat(any).isEqualTo(Long.MAX_VALUE);
        assertThat(IntStream.range(0, 1_000)
                        .mapToLong(i -> NetworkId.of(KEY + i))
                        .reduce(-1, (a, b) -> a & b))
                .isEqualTo(NetworkId.FIRST);
    }
}
