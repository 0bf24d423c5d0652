package io.hashlake.pipeline.route;

import io.hashlake.text.EntityExtractor;
import io.hashlake.tweet.Hashtag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells hashtags that X knows from those that it cannot know, which would find nothing without a word. */
final class HashtagRule {

    /** Directories of the lake and of payloads carry it in their names, which end at 255 bytes. */
    static final int MAX_BYTES = 230;

    private static final Pattern DIGITS = Pattern.compile("[\\p{N}_]+");
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:,|;|\\bOR\\b|\\s[#＃])\\s*");
    private static final Pattern WORDS = Pattern.compile("[\\s()]+");
    private static final Pattern SIGNED = Pattern.compile("-?[#＃]\\S*");

    private final EntityExtractor extractor = new EntityExtractor();

    /** Returns what is wrong with the hashtag, written with or without its sign, and what to write; empty if X knows it. */
    Optional<String> problemOf(String written) {
        String bare = Hashtag.bare(written);
        if (extractor.isHashtag(bare)) {
            return tooLong(bare);
        }
        return Optional.of("'" + written + "' is no hashtag of X: " + reason(bare));
    }

    /** Returns what is wrong with the first hashtag of a query that is none; empty if all are known. */
    Optional<String> problemOfQuery(String query) {
        if (query.contains("\"")) {
            return Optional.empty();
        }
        return Arrays.stream(WORDS.split(query))
                .filter(word -> SIGNED.matcher(word).matches())
                .map(word -> word.startsWith("-") ? word.substring(1) : word)
                .flatMap(word -> problemOf(word).stream())
                .findFirst();
    }

    private static Optional<String> tooLong(String bare) {
        String canonical = Hashtag.canonical(bare);
        int bytes = Math.max(bytes(bare), bytes(canonical));
        return bytes <= MAX_BYTES && canonical.length() <= Hashtag.MAX_LENGTH
                ? Optional.empty()
                : Optional.of("the hashtag '" + bare + "' is too long, with " + canonical.length() + " characters and "
                        + bytes + " bytes in UTF-8: at most " + Hashtag.MAX_LENGTH + " characters and " + MAX_BYTES
                        + " bytes can be followed");
    }

    private String reason(String bare) {
        if (bare.isBlank()) {
            return "nothing stands after the sign; write for example covid19";
        }
        if (DIGITS.matcher(bare).matches()) {
            return "none is of digits alone; write it with a letter, for example year" + bare.replace("_", "");
        }
        if (isSeveral(bare)) {
            return "it is several; write a templatedRoute for each of them";
        }
        String kept = Hashtag.partsOf(bare);
        return "hashtags are letters, digits and '_', at least one letter among them; write "
                + (extractor.isHashtag(kept) ? kept : "a word");
    }

    private boolean isSeveral(String bare) {
        String[] parts = SEVERAL.split(bare);
        return parts.length > 1 && Arrays.stream(parts).map(Hashtag::bare).allMatch(extractor::isHashtag);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
