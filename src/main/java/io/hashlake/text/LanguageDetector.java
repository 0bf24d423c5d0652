package io.hashlake.text;

/** Tells the language of a text; may be asked by several threads at once. */
public interface LanguageDetector {

    /** Knows no language. */
    LanguageDetector NONE = text -> null;

    /**
     * The language of a text.
     *
     * @param text without addresses and mentions
     * @return ISO 639-1 in lower case; null where the text is too short or tells too little
     */
    String detect(String text);
}
