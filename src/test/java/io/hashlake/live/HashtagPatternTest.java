package io.hashlake.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page checks hashtags before it asks for them, by the server's rule. */
class HashtagPatternTest {

    private static final Path SELECTION = Path.of("src/main/resources/META-INF/resources/dashboard/selection.js");
    private static final Pattern DECLARED = Pattern.compile("HASHTAG = /(.*)/u;");

    @Test
    void thePageTakesTheCharactersThatTheServerTakes() throws IOException {
        Matcher declared = DECLARED.matcher(Files.readString(SELECTION));
        assertThat(declared.find()).isTrue();
        Pattern hashtag = Pattern.compile(declared.group(1));

        assertThat(IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                        .filter(c -> hashtag.matcher(Character.toString(c)).matches() != Hashtag.isPart(c)))
                .isEmpty();
    }
}
