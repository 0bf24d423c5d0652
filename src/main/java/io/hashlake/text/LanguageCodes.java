package io.hashlake.text;

import java.util.Locale;
import java.util.Set;

/** Codes of languages, as X gives them and as others understand them. */
final class LanguageCodes {

    private static final String FIRST_PRIVATE = "qaa";
    private static final String LAST_PRIVATE = "qtz";

    /** ISO 639-2's: undetermined, none, several, uncoded, made up. X uses some for texts that it cannot tell the language of. */
    private static final Set<String> UNKNOWN = Set.of("", "und", "zxx", "mul", "mis", "art");

    private LanguageCodes() {}

    /**
     * The language itself, in lower case, without script and region; today's code where X still uses the one of 1989.
     *
     * @param code BCP 47; null where not given
     * @return null where the code names no language: {@code und}, {@code qme} (only pictures) and the like
     */
    static String of(String code) {
        if (code == null) {
            return null;
        }
        String lower = code.toLowerCase(Locale.ROOT).replace('_', '-');
        int end = lower.indexOf('-');
        String language = end < 0 ? lower : lower.substring(0, end);
        boolean isPrivate = language.compareTo(FIRST_PRIVATE) >= 0
                && language.compareTo(LAST_PRIVATE) <= 0
                && language.length() == 3;
        return isPrivate || UNKNOWN.contains(language) ? null : current(language);
    }

    private static String current(String language) {
        return switch (language) {
            case "in" -> "id";
            case "iw" -> "he";
            case "ji" -> "yi";
            default -> language;
        };
    }
}
