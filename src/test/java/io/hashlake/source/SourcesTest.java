package io.hashlake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Function<TweetBatch, CompletionStage<?>> NOWHERE =
            batch -> CompletableFuture.completedFuture(null);

    private final Sources sources = new Sources();
    private final Source feed = new FakeSource("feed", null, NOWHERE);

    @Test
    void sourcesAreListedInTheOrderInWhichTheyCameUntilTheyGo() {
        Source other = new FakeSource("covid19", "#covid19", NOWHERE);
        assertThat(sources.isEmpty()).isTrue();

        sources.add("rss:feed", feed);
        sources.add("x:search/covid19", other);
        assertThat(sources.all()).containsExactly(feed, other);

        sources.remove(feed);
        assertThat(sources.all()).containsExactly(other);
    }

    @Test
    void twoSourcesOfOneNameAreRefusedWhateverTheirKind() {
        sources.add("x:search/feed", feed);
        assertThatThrownBy(() -> sources.add("rss:feed", new FakeSource("feed", null, NOWHERE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two routes read from rss:feed: they would move each other's cursor,"
                        + " so give one of them another name");
        assertThat(sources.all()).containsExactly(feed);
    }
}
