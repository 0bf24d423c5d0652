package io.hashlake.api.request;

import io.hashlake.tweet.Hashtag;
import java.util.regex.Pattern;

/** Reads texts. Each method throws a RuntimeException for what is not allowed. */
public final class Texts {

    public static final String HASHTAG_ALLOWED = "a hashtag with or without #, up to 200 characters";
    static final String WORDS_ALLOWED = "words with letters or digits, 1 to 200 characters";
    static final String AUTHOR_ALLOWED = "a user name with or without @: letters, digits and _, up to 50";
    static final String LANGUAGE_ALLOWED = "a language such as pt, en or zh-TW";

    private static final int LONGEST = 200;
    private static final Pattern AUTHOR = Pattern.compile("@?([A-Za-z0-9_]{1,50})");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private Texts() {}

    public static String readHashtag(String text) {
        return readHashtagAsWritten(text).canonical();
    }

    public static Hashtag readHashtagAsWritten(String text) {
        Hashtag hashtag = Hashtag.of(readText(text));
        if (hashtag.canonical().chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(HASHTAG_ALLOWED);
        }
        return hashtag;
    }

    public static String readWords(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(WORDS_ALLOWED);
        }
        return readText(text);
    }

    private static String readText(String text) {
        boolean isStorable =
                text.codePoints().allMatch(point -> point != 0 && Character.getType(point) != Character.SURROGATE);
        if (text.isBlank() || text.length() > LONGEST || !isStorable) {
            throw new IllegalArgumentException(WORDS_ALLOWED);
        }
        return text;
    }

    public static String readAuthor(String text) {
        return required(AUTHOR, text).replaceFirst("^@", "");
    }

    public static String readLanguage(String text) {
        return required(LANGUAGE, text);
    }

    private static String required(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(pattern.pattern());
        }
        return text;
    }
}
