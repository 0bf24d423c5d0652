package io.hashlake.index;

import static io.hashlake.index.IndexSamples.ALIAS;
import static io.hashlake.index.IndexSamples.NOVEMBER;
import static io.hashlake.index.IndexSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.servers.SearchServer;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class IndexSearchServerTest {

    @TempDir
    static Path directory;

    private static SearchServer server;
    private static IndexSearch search;

    @BeforeAll
    static void start() throws Exception {
        server = SearchServer.start(directory);
        search = new IndexSearch(IndexSamples.server(server.url()));
        assertThat(search.search(query(null, null, null), 10)).isEmpty();
        IndexSink sink = new IndexSink(IndexSamples.server(server.url()), rejected -> {}, Clock.systemUTC());
        sink.open();
        sink.write(batch(
                "a",
                1,
                tweet(1, "Que belos gols no #Brasil", "pt", "brasil"),
                tweet(2, "No gols, no glory <b>bold</b>", "en", "brasil"),
                tweet(3, "Belo dia de sol", "pt", "sol"),
                tweet(4, "gols belos", "pt")));
        sink.commit();
        server.send("POST", "/" + ALIAS + "/_refresh", null);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void wordsAreFoundInTheFormsOfTheTextsLanguage() throws IOException {
        List<IndexedPost> found = search.search(query("gol belo", null, null), 10);

        assertThat(ids(found)).containsExactly(4L, 1L);
        assertThat(matched(found.get(1))).containsExactly("belos", "gols");
    }

    @Test
    void aPhraseIsFoundAsItStands() throws IOException {
        List<IndexedPost> found = search.search(query(null, "belos GOLS", null), 10);

        assertThat(ids(found)).containsExactly(1L);
        assertThat(String.join(" ", matched(found.get(0)))).isEqualTo("belos gols");
    }

    @Test
    void languageHashtagAndPeriodNarrow() throws IOException {
        assertThat(ids(search.search(query("gols", null, "en"), 10))).containsExactly(2L);
        assertThat(ids(search.search(hashtags("brasil", "sol"), 10))).containsExactly(3L, 2L, 1L);
        assertThat(ids(search.search(period(NOVEMBER.plusSeconds(2), NOVEMBER.plusSeconds(4)), 10)))
                .containsExactly(3L, 2L);
        assertThat(ids(search.search(period(NOVEMBER.plusSeconds(2).plusNanos(1), null), 10)))
                .containsExactly(4L, 3L);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() throws IOException {
        List<Long> all = new ArrayList<>();
        IndexQuery.After after = null;
        for (int page = 0; page < 3; page++) {
            IndexQuery query = new IndexQuery(List.of(), null, null, null, null, null, null, null, null, after);
            for (IndexedPost post : search.search(query, 2)) {
                all.add(post.fields().path("id").asLong());
                after = new IndexQuery.After(
                        Instant.parse(post.fields().path("created_at").asText()), all.get(all.size() - 1));
            }
        }
        assertThat(all).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void whatLooksLikeAQueryLanguageIsTakenAsWords() throws IOException {
        assertThat(ids(search.search(query("gols OR glory *:* \" { } \\", null, null), 10)))
                .containsExactly(2L);
        assertThat(ids(search.search(query("<b>bold</b>", null, null), 10))).containsExactly(2L);
    }

    @Test
    void aServerThatCannotBeReachedIsAnOutage() {
        IndexSearch nowhere = new IndexSearch(IndexSamples.server(URI.create("http://127.0.0.1:9")));

        assertThatThrownBy(() -> nowhere.search(query("a", null, null), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the index at http://127.0.0.1:9 cannot be reached");
    }

    private static Tweet tweet(long id, String text, String language, String... hashtags) {
        List<Hashtag> written = List.of(hashtags).stream().map(Hashtag::of).toList();
        return post(id).toBuilder()
                .createdAt(NOVEMBER.plusSeconds(id))
                .text(text)
                .language(language)
                .entities(new Entities(written, List.of(), List.of(), List.of(), List.of()))
                .analysis(new TextAnalysis(text, List.of(), language, null))
                .build();
    }

    private static IndexQuery query(String words, String phrase, String language) {
        return new IndexQuery(List.of(), words, phrase, null, language, null, null, null, null, null);
    }

    private static IndexQuery hashtags(String... hashtags) {
        return new IndexQuery(List.of(hashtags), null, null, null, null, null, null, null, null, null);
    }

    private static IndexQuery period(Instant from, Instant to) {
        return new IndexQuery(List.of(), null, null, null, null, null, null, from, to, null);
    }

    private static List<Long> ids(List<IndexedPost> posts) {
        return posts.stream().map(post -> post.fields().path("id").asLong()).toList();
    }

    private static List<String> matched(IndexedPost post) {
        String text = post.fields().path("text").asText();
        return post.matches().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
