package io.hashlake.index;

import java.util.Map;
import java.util.TreeMap;

/** Languages whose words the servers can reduce to their stems, by ISO 639, with the analyzer of each. */
final class TextLanguages {

    static final Map<String, String> ANALYZERS = new TreeMap<>(Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("bg", "bulgarian"),
            Map.entry("bn", "bengali"),
            Map.entry("ca", "catalan"),
            Map.entry("ckb", "sorani"),
            Map.entry("cs", "czech"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("et", "estonian"),
            Map.entry("eu", "basque"),
            Map.entry("fa", "persian"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("ga", "irish"),
            Map.entry("gl", "galician"),
            Map.entry("hi", "hindi"),
            Map.entry("hu", "hungarian"),
            Map.entry("hy", "armenian"),
            Map.entry("id", "indonesian"),
            Map.entry("in", "indonesian"),
            Map.entry("it", "italian"),
            Map.entry("ja", "cjk"),
            Map.entry("ko", "cjk"),
            Map.entry("lt", "lithuanian"),
            Map.entry("lv", "latvian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ro", "romanian"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"),
            Map.entry("th", "thai"),
            Map.entry("tr", "turkish"),
            Map.entry("zh", "cjk")));

    private TextLanguages() {}

    /** Tells whether texts of the language have a field of their own; false for null. */
    static boolean has(String language) {
        return language != null && ANALYZERS.containsKey(language);
    }
}
