package io.hashlake.lake.store;

import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory of the lake: the posts of one hashtag and one day.
 *
 * @param hashtag canonical, or empty for posts that were fetched for none
 * @param day days since 1970-01-01, UTC
 */
public record Partition(String hashtag, long day) implements Directory {

    /** Prefix of the keys of all files of posts. */
    public static final String ROOT = "tweets/";

    /** Value that Hive, and every engine that follows it, writes for a null partition value. */
    private static final String NO_HASHTAG = "__HIVE_DEFAULT_PARTITION__";

    /** The longest name that the usual file systems take. */
    private static final int MAX_NAME_BYTES = 255;

    /** Characters of a hashtag that fit in any case: each becomes three bytes at most. */
    private static final int ALWAYS_SHORT = 80;

    /**
     * Characters that Hive escapes beside control characters (org.apache.hadoop.hive.common.FileUtils), so that engines
     * agree.
     */
    private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007f";

    private static final Pattern KEY =
            Pattern.compile(Pattern.quote(ROOT) + "hashtag=([^/]+)/dt=(\\d{4}-\\d{2}-\\d{2})/[^/]+");

    private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");

    private static final long SECONDS_PER_DAY = 86_400;

    public Partition {
        if (hashtag.length() > ALWAYS_SHORT && nameBytes(hashtag) > MAX_NAME_BYTES) {
            throw new IllegalArgumentException("the followed hashtag '" + hashtag + "' makes a directory name of "
                    + nameBytes(hashtag) + " bytes, but " + MAX_NAME_BYTES + " are the most that can be stored");
        }
    }

    /** The partitions in which the tweet stands: one for each followed hashtag. */
    public static List<Partition> of(Tweet tweet) {
        long day = day(tweet.createdAt());
        List<String> followed = tweet.followed();
        return switch (followed.size()) {
            case 0 -> List.of(new Partition("", day));
            case 1 -> List.of(new Partition(followed.get(0), day));
            default ->
                followed.stream()
                        .distinct()
                        .map(hashtag -> new Partition(hashtag, day))
                        .toList();
        };
    }

    /** Returns the partition of the file with that key; empty if the key is not of this form. */
    public static Optional<Partition> holding(String key) {
        Matcher names = KEY.matcher(key);
        if (!names.matches()) {
            return Optional.empty();
        }
        String hashtag = names.group(1).equals(NO_HASHTAG) ? "" : unescape(names.group(1));
        try {
            return Optional.of(
                    new Partition(hashtag, LocalDate.parse(names.group(2)).toEpochDay()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String unescape(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    @Override
    public String path() {
        return ROOT + hashtagName(hashtag) + "/dt=" + LocalDate.ofEpochDay(day) + "/";
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
    }

    private static int nameBytes(String hashtag) {
        return hashtagName(hashtag).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hashtagName(String hashtag) {
        return "hashtag=" + (hashtag.isEmpty() ? NO_HASHTAG : escape(hashtag));
    }

    /** Several engines take the word null for a value that is none, unless a letter of it is escaped. */
    public static String escape(String value) {
        if (value.equalsIgnoreCase("null")) {
            return '%' + String.format("%02X", (int) value.charAt(0)) + value.substring(1);
        }
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || ESCAPED.indexOf(c) >= 0) {
                escaped.append('%').append(String.format("%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
