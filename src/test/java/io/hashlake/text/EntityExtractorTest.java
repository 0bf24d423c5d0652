package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class EntityExtractorTest {

    /** Of twitter-text, which is not part of this project. */
    private static final Path CONFORMANCE = Path.of("..", "shared", "text", "twitter-text-conformance", "extract.yml");

    private final EntityExtractor extractor = new EntityExtractor();

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutHashtags() throws IOException {
        return cases("hashtags", text -> extractor.extract(text).hashtags().stream()
                .map(Hashtag::text)
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutAstralHashtags() throws IOException {
        return cases("hashtags_from_astral", text -> extractor.extract(text).hashtags().stream()
                .map(Hashtag::text)
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutMentions() throws IOException {
        return cases("mentions", text -> extractor.extract(text).mentions());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutAddresses() throws IOException {
        return cases("urls", text -> extractor.extract(text).urls());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutAddressesBesideDirectionalMarks() throws IOException {
        return cases(
                "urls_with_directional_markers", text -> extractor.extract(text).urls());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutShortAddressesWithParameters() throws IOException {
        return cases("tco_urls_with_params", text -> extractor.extract(text).urls());
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTwitterTextAboutCashtags() throws IOException {
        return cases("cashtags", text -> extractor.extract(text).cashtags());
    }

    @Test
    void marksUpWhatThePayloadSaidNothingAbout() {
        Tweet tweet = TweetSamples.written("@ana #Saúde #SAÚDE $PFE https://t.co/x", "pt");

        assertThat(extractor.complete(tweet).entities())
                .isEqualTo(new Entities(
                        List.of(Hashtag.of("Saúde")),
                        List.of("ana"),
                        List.of("https://t.co/x"),
                        List.of("PFE"),
                        List.of()));
    }

    @Test
    void leavesATweetAloneThatHasEntitiesOrNothingToMarkUp() {
        Tweet given = TweetSamples.tweet(1);
        Tweet plain = TweetSamples.written("nothing here. At all", "en");

        assertThat(extractor.complete(given)).isSameAs(given);
        assertThat(extractor.complete(plain)).isSameAs(plain);
    }

    @Test
    void passesOverHashtagsThatAreTooLong() {
        String text = "#" + "a".repeat(201) + " #" + "ﷺ".repeat(100) + " #ok";
        assertThat(extractor.extract(text).hashtags()).containsExactly(Hashtag.of("ok"));
    }

    @Test
    void looksForNothingInATextThatIsLongerThanXAllows() {
        assertThat(extractor.extract("#a ".repeat(10_000))).isEqualTo(Entities.NONE);
    }

    @Property(tries = 2000)
    void marksUpAnyText(@ForAll("texts") String text) {
        assertThat(extractor.extract(text).hashtags()).doesNotHaveDuplicates();
    }

    @Provide
    static Arbitrary<String> texts() {
        return TokensTest.texts();
    }

    private static Stream<DynamicTest> cases(String kind, Function<String, List<String>> extract) throws IOException {
        Assumptions.assumeTrue(Files.exists(CONFORMANCE), () -> CONFORMANCE + " is not there");
        return conformance(kind).stream()
                .map(one -> dynamicTest(
                        (String) one.get("description"), () -> assertThat(extract.apply((String) one.get("text")))
                                .isEqualTo(((List<?>) one.get("expected"))
                                        .stream()
                                                .map(EntityExtractorTest::written)
                                                .distinct()
                                                .toList())));
    }

    /** Cases that tell places as well have an object for each address. */
    private static String written(Object expected) {
        return expected instanceof Map<?, ?> entity ? entity.get("url").toString() : expected.toString();
    }

    private static List<Map<String, Object>> conformance(String kind) throws IOException {
        try (Reader file = Files.newBufferedReader(CONFORMANCE)) {
            Map<String, Map<String, List<Map<String, Object>>>> document = new Yaml().load(file);
            return document.get("tests").get(kind);
        }
    }
}
