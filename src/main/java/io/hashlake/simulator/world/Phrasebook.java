package io.hashlake.simulator.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The sentences of one language, by sentiment, and what fills their gaps. */
final class Phrasebook {

    /** Sentiment of a sentence. */
    enum Mood {
        GOOD("+"),
        BAD("-"),
        NEUTRAL("=");

        private final String sign;

        Mood(String sign) {
            this.sign = sign;
        }
    }

    private final Map<Mood, List<List<Part>>> sentences = new HashMap<>();
    private final Map<String, List<String>> fillings = new LinkedHashMap<>();
    private final List<SimulatedPlace> places;

    /** A sentence's part: words, or a gap that is named. */
    private record Part(String words, boolean isGap) {}

    Phrasebook(SimulatedLanguage language, List<SimulatedPlace> places) {
        this.places = places;
        List<String> lines = WordLists.lines(language.code() + ".txt");
        for (Mood mood : Mood.values()) {
            sentences.put(
                    mood,
                    lines.stream()
                            .filter(line -> line.startsWith(mood.sign + " "))
                            .map(line -> parts(line.substring(2)))
                            .toList());
        }
        lines.stream().filter(line -> line.matches("[a-z]+: .*")).forEach(this::addFillings);
    }

    /** Adds a sentence of this sentiment. */
    void write(TextDraft draft, Mood mood, SeededRandom draws) {
        draft.space();
        boolean isFirst = true;
        for (Part part : draws.pick(sentences.get(mood))) {
            writePart(draft, part, draws, isFirst);
            isFirst = false;
        }
    }

    private void writePart(TextDraft draft, Part part, SeededRandom draws, boolean isFirst) {
        if (!part.isGap()) {
            draft.add(part.words());
        } else if (part.words().equals("place")) {
            draft.place(draws.pick(places).name());
        } else {
            String filling = draws.pick(fillings.get(part.words()));
            draft.add(isFirst ? capitalized(filling) : filling);
        }
    }

    private void addFillings(String line) {
        int colon = line.indexOf(':');
        fillings.put(line.substring(0, colon), WordLists.cells(line.substring(colon + 1)));
    }

    /** At odd places of the split stands what was in braces. */
    private static List<Part> parts(String sentence) {
        String[] pieces = sentence.split("[{}]");
        return IntStream.range(0, pieces.length)
                .mapToObj(i -> new Part(pieces[i], i % 2 == 1))
                .filter(part -> !part.words().isEmpty())
                .toList();
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
