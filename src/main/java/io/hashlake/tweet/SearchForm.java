package io.hashlake.tweet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The form of a hashtag with accents in which X's search compares it. The latest are kept, since a few hundred make up most
 * of what is written; threads that overwrite each other's entries compute them again.
 */
record SearchForm(String canonical, String form) {

    /** Marks of all other scripts make other letters (パ of ハ, й of и) or are vowels (in Hindi, Thai, Arabic). */
    private static final Pattern ACCENTED = Pattern.compile("([\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

    private static final SearchForm[] LATEST = new SearchForm[1 << 10];

    static String of(String canonical) {
        int slot = canonical.hashCode() & LATEST.length - 1;
        SearchForm latest = LATEST[slot];
        if (latest == null || !latest.canonical.equals(canonical)) {
            latest = new SearchForm(canonical, withoutAccents(canonical));
            LATEST[slot] = latest;
        }
        return latest.form;
    }

    private static String withoutAccents(String canonical) {
        return ACCENTED.matcher(Normalizer.normalize(canonical, Normalizer.Form.NFD))
                .replaceAll("$1");
    }
}
