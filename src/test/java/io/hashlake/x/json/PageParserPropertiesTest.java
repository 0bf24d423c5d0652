package io.hashlake.x.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageParserPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int TWEETS = 5;
    private static final String[] JUNK = {
        "null",
        "true",
        "-1",
        "1e9",
        "99999999999999999999999",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[[{\"id\":[]}]]",
        "{\"text\":{\"id\":\"7\"}}",
        "\"\\ud83d\"",
        "[{\"tag\":null}]",
        "{\"hashtags\":[5]}"
    };
    private static final String[] FIELDS = {
        "id",
        "text",
        "created_at",
        "author_id",
        "lang",
        "source",
        "entities",
        "note_tweet",
        "note_post",
        "geo",
        "public_metrics",
        "referenced_tweets",
        "referenced_posts",
        "withheld",
        "edit_history_post_ids",
        "context_annotations",
        "author",
        "conversation_id",
        "in_reply_to_user_id",
        "possibly_sensitive",
        "event_type"
    };

    private final PageParser parser = new PageParser();

    @Property(tries = 2000)
    void everyOtherTweetSurvivesABrokenOne(@ForAll @IntRange(max = TWEETS - 1) int victim, @ForAll Random random)
            throws MalformedPageException {
        List<String> tweets = tweets();
        String field = FIELDS[random.nextInt(FIELDS.length)];
        String junk = JUNK[random.nextInt(JUNK.length)];
        tweets.set(
                victim,
                tweets.get(victim)
                        .replaceFirst("\\{", "{\"" + field + "\":" + junk + ",")
                        .replaceFirst("}$", ",\"" + field + "\":" + junk.replace("\\", "\\\\\\\\") + "}"));

        SearchPage broken = parser.parse(page(tweets), "test", NOW);

        List<Tweet> others =
                new ArrayList<>(parser.parse(page(tweets()), "test", NOW).tweets());
        others.remove(victim);
        assertThat(broken.tweets()).containsAll(others);
        assertThat(broken.tweets().size() + broken.rejected().size()).isEqualTo(TWEETS);
    }

    @Property(tries = 2000)
    void aCutPageIsMalformedAndNothingElse(@ForAll Random random) {
        byte[] whole = page(tweets());
        byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));

        assertThat(isMalformed(cut)).isTrue();
    }

    @Property(tries = 5000)
    void aDamagedPageIsParsedOrMalformedAndNothingElse(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int bytes) {
        byte[] page = page(tweets());
        for (int i = 0; i < bytes; i++) {
            page[random.nextInt(page.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) "{}[]\",:0n\\".charAt(random.nextInt(10));
        }

        assertThat(isMalformed(page)).isIn(true, false);
        assertThat(isMalformedLine(page)).isIn(true, false);
    }

    private boolean isMalformed(byte[] json) {
        try {
            SearchPage page = parser.parse(json, "test", NOW);
            assertThat(page.rejected()).noneMatch(rejected -> rejected.reason().isBlank());
            return false;
        } catch (MalformedPageException e) {
            return true;
        }
    }

    private boolean isMalformedLine(byte[] json) {
        try {
            parser.parseLine(json, "test", NOW);
            return false;
        } catch (MalformedPageException e) {
            return true;
        }
    }

    private static List<String> tweets() {
        return new ArrayList<>(
                IntStream.rangeClosed(1, TWEETS).mapToObj(i -> """
                        {"id":"%d","text":"héllo 😀 #tag","created_at":"2026-11-22T09:00:00.000Z","author_id":"5",\
                        "entities":{"hashtags":[{"start":8,"end":12,"tag":"tag"}]},"geo":{"place_id":"p"},\
                        "referenced_posts":[{"type":"retweeted","id":"9"}],"public_metrics":{"like_count":3}}""".formatted(i)).toList());
    }

    private static byte[] page(List<String> tweets) {
        String page = "{\"data\":[" + String.join(",", tweets) + "],\"includes\":{\"users\":[{\"id\":\"5\","
                + "\"username\":\"bob\"}],\"posts\":[{\"id\":\"9\",\"text\":\"whole\"}],\"places\":[{\"id\":\"p\"}]},"
                + "\"meta\":{\"newest_id\":\"5\"}}";
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
