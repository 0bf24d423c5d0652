package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EmojisTest {

    /** The JDK knows Unicode's emojis since version 21. */
    @Test
    void findsWhateverUnicodeShowsAsAnEmoji() {
        Pattern emoji = pattern("\\p{IsEmoji_Presentation}");
        IntStream shown = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> emoji.matcher(Character.toString(c)).matches())
                .filter(c -> c < 0x1F1E6 || c > 0x1F1FF);

        assertThat(shown.boxed().toList()).isNotEmpty().allSatisfy(c -> assertThat(Emojis.end(Character.toString(c), 0))
                .isEqualTo(Character.charCount(c)));
    }

    @Test
    void findsWhateverUnicodeCanShowAsAnEmojiWhereASelectorAsksForIt() {
        Pattern emoji = pattern("\\p{IsEmoji}");
        IntStream signs = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(c -> emoji.matcher(Character.toString(c)).matches())
                .filter(c -> c < 0x1F1E6 || c > 0x1F1FF);

        assertThat(signs.boxed().toList()).isNotEmpty().allSatisfy(c -> {
            String selected = Character.toString(c) + Characters.EMOJI_SELECTOR;
            assertThat(Emojis.end(selected, 0)).isEqualTo(selected.length());
        });
    }

    private static Pattern pattern(String property) {
        try {
            return Pattern.compile(property);
        } catch (PatternSyntaxException e) {
            Assumptions.abort("this JDK does not know emojis: " + e.getDescription());
            throw e;
        }
    }
}
