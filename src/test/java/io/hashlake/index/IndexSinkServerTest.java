package io.hashlake.index;

import static io.hashlake.index.IndexSamples.ALIAS;
import static io.hashlake.index.IndexSamples.NOVEMBER;
import static io.hashlake.index.IndexSamples.observed;
import static io.hashlake.index.IndexSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.servers.SearchServer;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class IndexSinkServerTest {

    private static final String MONTH = ALIAS + "-2026.11";

    @TempDir
    static Path directory;

    private static SearchServer server;

    private final List<Rejected> letters = new ArrayList<>();
    private IndexSink sink;

    @BeforeAll
    static void start() throws IOException {
        server = SearchServer.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        server.send("DELETE", "/" + ALIAS + "-*", null);
        sink = opened(5 << 20);
    }

    private IndexSink opened(int bulkBytes) throws IOException {
        IndexSink opened = new IndexSink(
                IndexSamples.server(server.url(), "bulk-bytes=" + bulkBytes), letters::addAll, Clock.systemUTC());
        opened.open();
        return opened;
    }

    @Test
    void postsStandInTheIndexOfTheirMonthBehindTheAlias() throws Exception {
        Tweet december = post(2).toBuilder()
                .createdAt(Instant.parse("2026-12-01T00:00:00Z"))
                .build();
        sink.write(batch("a", 1, post(1), december));

        assertThat(sink.commit()).isEqualTo(new Commit(2, 0, 2, 0, 0, 0));
        assertThat(server.count(MONTH)).isEqualTo(1);
        assertThat(server.count(ALIAS + "-2026.12")).isEqualTo(1);
        assertThat(server.count(ALIAS)).isEqualTo(2);
    }

    @Test
    void everyColumnOfAPostHasAFieldAndNoOtherIsAllowed() throws Exception {
        sink.write(batch("a", 1, post(1)));
        sink.commit();

        JsonNode mapping =
                server.send("GET", "/" + MONTH + "/_mapping", null).path(MONTH).path("mappings");

        assertThat(mapping.path("dynamic").asText()).isEqualTo("strict");
        assertThat(mapping.path("properties").fieldNames())
                .toIterable()
                .containsAll(TweetFields.ALL.stream().map(field -> field.name()).toList());
        assertThat(type(mapping, "id")).isEqualTo("keyword");
        assertThat(type(mapping, "hashtags")).isEqualTo("keyword");
        assertThat(type(mapping, "language")).isEqualTo("keyword");
        assertThat(type(mapping, "sentiment")).isEqualTo("keyword");
        assertThat(type(mapping, "created_at")).isEqualTo("date");
        assertThat(type(mapping, "polarity")).isEqualTo("double");
        assertThat(type(mapping, "text")).isEqualTo("text");
        assertThat(mapping.at("/properties/stemmed/properties/pt/analyzer").asText())
                .isEqualTo("portuguese");
    }

    @Test
    void anIndexOfAnEarlierVersionGetsTheFieldsThatHaveComeSince() throws Exception {
        server.send("DELETE", "/_index_template/" + ALIAS, null);
        server.send(
                "PUT",
                "/" + MONTH,
                "{\"mappings\":{\"dynamic\":\"strict\",\"properties\":{\"id\":{\"type\":\"keyword\"}}}}");

        opened(5 << 20).close();
        sink.write(batch("a", 1, post(1)));

        assertThat(sink.commit().posts()).isEqualTo(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void erasedPostsAndTheirRetweetsAreGoneAndOthersStay() throws Exception {
        Tweet retweet = post(3).toBuilder()
                .references(List.of(new Reference(Reference.Type.RETWEETED, 1)))
                .build();
        sink.write(batch("a", 1, post(1), post(2), retweet));
        sink.commit();
        IndexErasure erasure = new IndexErasure(IndexSamples.server(server.url()));

        assertThat(erasure.erase(new Tombstones(ErasedIds.of(1), ErasedIds.NONE, ErasedIds.NONE)))
                .isEqualTo(2);
        assertThat(server.count(ALIAS)).isEqualTo(1);
        assertThat(text(2)).isNotNull();
        assertThat(erasure.erase(new Tombstones(ErasedIds.of(1), ErasedIds.NONE, ErasedIds.NONE)))
                .isZero();

        long author = post(2).author().id();
        assertThat(erasure.erase(new Tombstones(ErasedIds.NONE, ErasedIds.of(author), ErasedIds.NONE)))
                .isEqualTo(1);
        assertThat(erasure.contents()).isEmpty();
    }

    @Test
    void anErasedPlaceIsGoneAndTheRestOfThePostStays() throws Exception {
        Tweet located = post(1).toBuilder()
                .place(new Place("abc", "São Paulo, Brazil", "BR", "city"))
                .build();
        sink.write(batch("a", 1, located));
        sink.commit();
        IndexErasure erasure = new IndexErasure(IndexSamples.server(server.url()));

        assertThat(erasure.erase(new Tombstones(ErasedIds.NONE, ErasedIds.NONE, ErasedIds.of(1))))
                .isEqualTo(1);
        assertThat(server.send("GET", "/" + MONTH + "/_doc/1", null)
                        .path("_source")
                        .fieldNames())
                .toIterable()
                .contains("text")
                .noneMatch(field -> field.startsWith("place_"));
    }

    @Test
    void nothingIsLeftWhenEverythingIsForgotten() throws Exception {
        sink.write(batch("a", 1, post(1)));
        sink.commit();
        IndexErasure erasure = new IndexErasure(IndexSamples.server(server.url()));
        erasure.erase(Tombstones.NONE);
        assertThat(erasure.contents()).isEqualTo("1 document");

        erasure.eraseAll();
        assertThat(erasure.contents()).isEmpty();
        erasure.eraseAll();
    }

    @Test
    void theNewestObservationWinsInWhateverOrderTheyCome() throws Exception {
        List<Tweet> observations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            observations.add(observed(1 + i % 2, NOVEMBER.plusNanos(i * 1_000L), "text " + i));
        }
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(observations, random);
            for (Tweet observation : observations) {
                sink.write(batch("a", round + 1, observation));
                sink.commit();
            }
            assertThat(text(1)).isEqualTo("text 18");
            assertThat(text(2)).isEqualTo("text 19");
        }
        assertThat(server.count(ALIAS)).isEqualTo(2);
    }

    @Test
    void aBatchThatComesAgainAddsNothingAndIsNoError() throws Exception {
        sink.write(batch("a", 1, post(1), post(2)));
        sink.commit();
        sink.write(batch("a", 1, post(1), post(2)));

        assertThat(sink.commit()).isEqualTo(new Commit(0, 0, 0, 2, 0, 0));
        assertThat(server.count(ALIAS)).isEqualTo(2);
    }

    @Test
    void aPostThatTheMappingRefusesGoesToTheDeadLetterAndTheOthersAreKept() throws Exception {
        server.send("DELETE", "/_index_template/" + ALIAS, null);
        server.send("PUT", "/" + MONTH, "{\"mappings\":{\"properties\":{\"client\":{\"type\":\"long\"}}}}");
        sink.write(batch("a", 1, post(1), post(2).toBuilder().client("web").build(), post(3)));

        Commit commit = sink.commit();

        assertThat(commit).isEqualTo(new Commit(2, 1, 2, 0, 0, 0));
        assertThat(server.count(ALIAS + "-*")).isEqualTo(2);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.tweet().id()).isEqualTo(2);
            assertThat(letter.origin()).isEqualTo("a");
            assertThat(letter.stage().id()).isEqualTo("index");
            assertThat(letter.reason()).contains("400", "failed to parse field [client]");
        });
    }

    @Test
    void aReadOnlyIndexIsTriedAgainAndNothingIsLost() throws Exception {
        sink.write(batch("a", 1, post(1)));
        sink.commit();
        server.send("PUT", "/" + MONTH + "/_block/write", null);
        sink.write(batch("a", 2, post(2)));

        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("does not take 1 of 1 posts", "403 cluster_block_exception", MONTH);
        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class);

        server.send("PUT", "/" + MONTH + "/_settings", "{\"index.blocks.write\":false}");
        assertThat(sink.commit().posts()).isEqualTo(1);
        assertThat(server.count(ALIAS)).isEqualTo(2);
        assertThat(letters).isEmpty();
    }

    @Test
    void onlyWhatABlockedMonthDoesNotTakeWaits() throws Exception {
        sink.write(batch("a", 1, post(1)));
        sink.commit();
        server.send("PUT", "/" + MONTH + "/_block/write", null);
        Tweet december = post(3).toBuilder()
                .createdAt(Instant.parse("2026-12-01T00:00:00Z"))
                .build();
        sink.write(batch("a", 2, post(2), december));

        assertThatThrownBy(sink::commit).hasMessageContaining("does not take 1 of 2 posts");
        assertThat(server.count(ALIAS + "-2026.12")).isEqualTo(1);
    }

    @Test
    void aServerThatIsKilledInMidWriteHasEveryPostOnceInTheEnd() throws Exception {
        sink = opened(20_000);
        Tweet[] posts =
                LongStream.rangeClosed(1, 3_000).mapToObj(IndexSamples::post).toArray(Tweet[]::new);
        sink.write(batch("a", 1, posts));
        Thread killer = new Thread(this::killOnceSomeAreThere);
        killer.start();

        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class).hasMessageContaining("the index at");
        killer.join();
        server.restart();
        sink.commit();

        assertThat(server.count(ALIAS)).isEqualTo(3_000);
        assertThat(letters).isEmpty();
    }

    private void killOnceSomeAreThere() {
        try {
            while (server.count(ALIAS) < 100) {
                Thread.onSpinWait();
            }
            server.kill();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTextIsFoundByTheStemsOfItsLanguage() throws Exception {
        sink.write(batch(
                "a", 1, post(1).toBuilder().text("Belos gols!").language("pt").build()));
        sink.commit();
        server.send("POST", "/" + ALIAS + "/_refresh", null);

        String query = "{\"query\":{\"match\":{\"stemmed.pt\":\"gol\"}}}";

        assertThat(server.send("POST", "/" + ALIAS + "/_search", query)
                        .at("/hits/total/value")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aVeryLongKeywordIsStoredThoughNotSearchable() throws Exception {
        String long_ = "x".repeat(40_000);
        Entities entities = new Entities(List.of(Hashtag.of("a")), List.of(), List.of(long_), List.of(), List.of());
        sink.write(batch("a", 1, post(1).markedUp(entities)));

        assertThat(sink.commit().posts()).isEqualTo(1);
        assertThat(letters).isEmpty();
    }

    private String text(long id) throws Exception {
        return server.send("GET", "/" + MONTH + "/_doc/" + id, null)
                .at("/_source/text")
                .asText();
    }

    private static String type(JsonNode mapping, String field) {
        return mapping.path("properties").path(field).path("type").asText();
    }
}
