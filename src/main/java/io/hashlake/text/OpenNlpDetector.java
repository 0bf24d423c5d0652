package io.hashlake.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jboss.logging.Logger;

/**
 * Tells languages by <a href="https://opennlp.apache.org">Apache OpenNLP</a>'s model of 103 of them, among those that may be
 * expected. It rather says nothing than something wrong: too short a text, one of another language, or one between two gets null.
 * The model is loaded when the first text asks for it, and takes about 50 MB from then on. A text takes some tenths of a
 * millisecond.
 */
public final class OpenNlpDetector implements LanguageDetector {

    /** Letters and marks below which a guess is wrong too often. */
    static final int FEWEST_LETTERS = 20;

    /** Longest prefix of a text that is looked at: the rest adds little. */
    private static final int LONGEST_TEXT = 200;

    /** Factor by which the best expected language must be more probable than the second. */
    private static final double CLEARLY = 1.1;

    /** Share of the overall best language's probability that an expected one must reach. */
    private static final double NEARLY = 0.9;

    private static final Logger LOG = Logger.getLogger(OpenNlpDetector.class);
    private static final String MODEL = "/langdetect-183.bin";

    /** Codes of the model that differ from ISO 639-2. */
    private static final Map<String, String> MODEL_CODES =
            Map.of("zh", "cmn", "fa", "pes", "et", "ekk", "lv", "lvs", "no", "nob", "pa", "pan");

    /** Languages by the model's codes. */
    private final Map<String, String> languages;

    /** Null until the first text, empty where there is no model. */
    private volatile Optional<LanguageDetectorME> model;

    /**
     * @param languages ISO 639-1 codes of those that may be expected; none at all detects nothing
     * @throws IllegalArgumentException if one is no such code
     */
    public OpenNlpDetector(Collection<String> languages) {
        this.languages = languages.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(OpenNlpDetector::modelCode, Function.identity()));
    }

    @Override
    public String detect(String text) {
        boolean isTooShort = languages.isEmpty()
                || text.codePoints()
                                .filter(Characters::isLetter)
                                .limit(FEWEST_LETTERS)
                                .count()
                        < FEWEST_LETTERS;
        return isTooShort
                ? null
                : model().map(detector -> detect(text, detector)).orElse(null);
    }

    private String detect(String text, LanguageDetectorME detector) {
        Language[] likeliest = detector.predictLanguages(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        List<Language> expected = Arrays.stream(likeliest)
                .filter(language -> languages.containsKey(language.getLang()))
                .limit(2)
                .toList();
        if (expected.isEmpty()) {
            return null;
        }
        double best = expected.get(0).getConfidence();
        double next = expected.size() > 1 ? expected.get(1).getConfidence() : 0;
        boolean isClear = best >= CLEARLY * next && best >= NEARLY * likeliest[0].getConfidence();
        return isClear ? languages.get(expected.get(0).getLang()) : null;
    }

    private Optional<LanguageDetectorME> model() {
        if (model == null) {
            synchronized (this) {
                if (model == null) {
                    model = load();
                }
            }
        }
        return model;
    }

    private static Optional<LanguageDetectorME> load() {
        try (InputStream file = OpenNlpDetector.class.getResourceAsStream(MODEL)) {
            return Optional.of(new LanguageDetectorME(new LanguageDetectorModel(file)));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Language detection is off: cannot load the model %s: %s", MODEL, e);
            return Optional.empty();
        }
    }

    private static String modelCode(String language) {
        try {
            String code = MODEL_CODES.getOrDefault(
                    language, Locale.forLanguageTag(language).getISO3Language());
            if (language.length() == 2 && !code.isEmpty()) {
                return code;
            }
        } catch (MissingResourceException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "hashlake.text.languages = '" + language + "': must be ISO 639-1 codes of two letters");
    }
}
