package io.hashlake.bench;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * X's JSON of posts that all differ: 5 to 40 words of three languages, 200,000 accounts of which some write much more than
 * others, 1.6 hashtags by Zipf's law. The same seed gives the same posts.
 */
final class PostGenerator {

    /** Of the first post; those of the next {@link #MAX_POSTS} begin with the same digits. */
    static final long FIRST_ID = 1_795_348_800_000_000_000L;

    static final int MAX_POSTS = 1_000_000_000;

    private static final int ACCOUNTS = 200_000;
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<Vocabulary> LANGUAGES = List.of(
            Vocabulary.of("pt", "ca ção do mar li nho ven te po ra ess gui lha bre são"),
            Vocabulary.of("en", "th er ing st ow con le wa ri ght ab ment pro ce un"),
            Vocabulary.of("es", "ción ña de rro ll qui ve sa men te ga lo bí pre as"));
    private static final List<String> HASHTAGS = Stream.of(
                    Vocabulary.text("hashtags").strip().split("\\s+"))
            .distinct()
            .limit(200)
            .toList();

    private final Random random = new Random(20_261_130);
    private final WeightedTags tags = WeightedTags.zipf(HASHTAGS);
    private final int[] written = new int[ACCOUNTS];
    private long posts;

    static List<String> hashtags() {
        return HASHTAGS;
    }

    long posts() {
        return posts;
    }

    /** Appends a post with one of these hashtags, and returns the number of its author. */
    int append(StringBuilder json, WeightedTags among) {
        int author = (int) (ACCOUNTS * Math.pow(random.nextDouble(), 2));
        String id = Long.toString(FIRST_ID + posts);
        Instant created = BEGIN.plusMillis(10 * posts++);
        written[author]++;
        Vocabulary vocabulary = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        StringBuilder text = new StringBuilder();
        vocabulary.append(text, random.nextInt(5, 41), random);
        json.append("{\"id\":\"")
                .append(id)
                .append("\",\"edit_history_tweet_ids\":[\"")
                .append(id);
        json.append("\"],\"author_id\":\"")
                .append(id(author))
                .append("\",\"created_at\":\"")
                .append(created);
        json.append("\",\"lang\":\"").append(vocabulary.language()).append('"');
        appendThread(json, id);
        appendCounts(json);
        json.append(",\"possibly_sensitive\":").append(random.nextInt(50) == 0);
        json.append(",\"source\":\"Twitter Web App\",\"reply_settings\":\"everyone\"");
        appendTopics(json);
        appendEntities(json, text, among);
        json.append(",\"text\":\"").append(text).append("\"}");
        return author;
    }

    /** Appends an account as its last post shows it. */
    void appendAccount(StringBuilder json, int number) {
        Random account = new Random(number);
        json.append("{\"id\":\"")
                .append(id(number))
                .append("\",\"username\":\"user_")
                .append(number);
        json.append("\",\"created_at\":\"").append(Instant.ofEpochSecond(1_300_000_000L + 1_000L * number));
        json.append("\",\"verified\":")
                .append(number % 20 == 0)
                .append(",\"verified_type\":\"none\",\"protected\":false");
        Vocabulary vocabulary = LANGUAGES.get(number % LANGUAGES.size());
        vocabulary.append(json.append(",\"name\":\""), 2, account);
        vocabulary.append(json.append("\",\"description\":\""), account.nextInt(3, 16), account);
        vocabulary.append(json.append("\",\"location\":\""), 1, account);
        json.append("\",\"profile_image_url\":\"https://pbs.twimg.com/profile_images/")
                .append(id(number));
        json.append("/photo_normal.jpg\",\"public_metrics\":{\"followers_count\":")
                .append(skewed(account, 100_000));
        json.append(",\"following_count\":").append(skewed(account, 5_000));
        json.append(",\"tweet_count\":").append(written[number] + account.nextInt(100_000));
        json.append(",\"listed_count\":").append(skewed(account, 100)).append("}}");
    }

    private static long id(int account) {
        return 1_000_000_000L + 7_919L * account;
    }

    /** A number up to {@code max}, mostly small. */
    private static int skewed(Random random, int max) {
        return (int) (max * Math.pow(random.nextDouble(), 8));
    }

    private void appendThread(StringBuilder json, String id) {
        boolean reply = random.nextInt(5) == 0;
        String first = reply ? Long.toString(FIRST_ID - 1 - random.nextInt(MAX_POSTS)) : id;
        json.append(",\"conversation_id\":\"").append(first).append('"');
        if (reply) {
            json.append(",\"in_reply_to_user_id\":\"").append(id(random.nextInt(ACCOUNTS)));
            json.append("\",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"")
                    .append(first)
                    .append("\"}]");
        }
    }

    private void appendCounts(StringBuilder json) {
        json.append(",\"public_metrics\":{\"retweet_count\":").append(skewed(random, 1_000));
        json.append(",\"reply_count\":").append(skewed(random, 200));
        json.append(",\"like_count\":").append(skewed(random, 10_000));
        json.append(",\"quote_count\":").append(skewed(random, 100));
        json.append(",\"bookmark_count\":").append(skewed(random, 100));
        json.append(",\"impression_count\":").append(skewed(random, 1_000_000)).append('}');
    }

    private void appendTopics(StringBuilder json) {
        if (random.nextInt(3) == 0) {
            int entity = random.nextInt(500);
            json.append(
                    ",\"context_annotations\":[{\"domain\":{\"id\":\"46\",\"name\":\"Brand\"},\"entity\":{\"id\":\"");
            json.append(entity).append("\",\"name\":\"Entity ").append(entity).append("\"}}]");
        }
    }

    /** They are appended to the text, too. */
    private void appendEntities(StringBuilder json, StringBuilder text, WeightedTags among) {
        json.append(",\"entities\":{\"hashtags\":[");
        String separator = "";
        for (String tag : carried(among)) {
            int start = text.append(' ').length();
            text.append('#').append(tag);
            json.append(separator)
                    .append("{\"start\":")
                    .append(start)
                    .append(",\"end\":")
                    .append(text.length());
            json.append(",\"tag\":\"").append(tag).append("\"}");
            separator = ",";
        }
        json.append(']');
        if (random.nextInt(4) == 0) {
            appendMention(json, text);
        }
        if (random.nextInt(5) == 0) {
            appendUrl(json, text);
        }
        json.append('}');
    }

    private Set<String> carried(WeightedTags among) {
        Set<String> carried = new LinkedHashSet<>(List.of(among.pick(random)));
        double more = random.nextDouble();
        int count = more < 0.5 ? 1 : more < 0.85 ? 2 : 3;
        while (carried.size() < count) {
            carried.add(tags.pick(random));
        }
        return carried;
    }

    private void appendMention(StringBuilder json, StringBuilder text) {
        int account = random.nextInt(ACCOUNTS);
        int start = text.append(' ').length();
        text.append("@user_").append(account);
        json.append(",\"mentions\":[{\"start\":")
                .append(start)
                .append(",\"end\":")
                .append(text.length());
        json.append(",\"username\":\"user_")
                .append(account)
                .append("\",\"id\":\"")
                .append(id(account))
                .append("\"}]");
    }

    private void appendUrl(StringBuilder json, StringBuilder text) {
        String key = Integer.toString(random.nextInt(1 << 30), 36);
        int start = text.append(' ').length();
        text.append("https://t.co/").append(key);
        json.append(",\"urls\":[{\"start\":").append(start).append(",\"end\":").append(text.length());
        json.append(",\"url\":\"https://t.co/").append(key).append("\",\"expanded_url\":\"https://example.com/news/");
        json.append(key)
                .append("\",\"display_url\":\"example.com/news/")
                .append(key)
                .append("\"}]");
    }
}
