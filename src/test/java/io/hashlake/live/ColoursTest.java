package io.hashlake.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distances are those of OKLab, in which black and white are 1 apart and 0.02 is hardly seen. */
class ColoursTest {

    private static final Path STYLES = Path.of("src/main/resources/META-INF/resources/dashboard/colours.css");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");
    private static final double FAR = 0.12;
    private static final double APART = 0.09;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noSeriesLooksLikeASentiment(String theme) throws IOException {
        Map<String, Colour> colours = colours(theme);
        series(colours)
                .forEach((name, colour) ->
                        SENTIMENTS.forEach(sentiment -> assertThat(colour.distance(colours.get(sentiment)))
                                .as(name + " and " + sentiment)
                                .isGreaterThan(FAR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void eightSeriesAreToldApart(String theme) throws IOException {
        Map<String, Colour> series = series(colours(theme));
        assertThat(series).hasSize(View.MAX_HASHTAGS);
        series.forEach((name, colour) -> series.forEach((other, second) -> assertThat(colour.distance(second))
                .as(name + " and " + other)
                .matches(distance -> name.equals(other) || distance > APART)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void negativeAndPositiveAreToldApartByColourBlindPeople(String theme) throws IOException {
        Map<String, Colour> colours = colours(theme);
        for (double[][] vision : List.of(Colour.DEUTERANOPIA, Colour.PROTANOPIA)) {
            Colour negative = colours.get("negative").seenWith(vision);
            Colour neutral = colours.get("neutral").seenWith(vision);
            Colour positive = colours.get("positive").seenWith(vision);
            assertThat(negative.distance(positive)).isGreaterThan(2 * FAR);
            assertThat(negative.distance(neutral)).isGreaterThan(FAR);
            assertThat(positive.distance(neutral)).isGreaterThan(FAR);
        }
    }

    private static Map<String, Colour> series(Map<String, Colour> colours) {
        return colours.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("series-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Colour> colours(String theme) throws IOException {
        String[] themes = Files.readString(STYLES).split("data-theme=\"dark\"");
        Map<String, Colour> colours = new TreeMap<>();
        for (MatchResult found :
                COLOUR.matcher(themes[theme.equals("dark") ? 1 : 0]).results().toList()) {
            colours.put(found.group(1), Colour.of(found.group(2)));
        }
        return colours;
    }
}
