package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Origins;
import io.hashlake.tweet.Hashtag;
import org.junit.jupiter.api.Test;

class HashtagSyntaxTest {

    private final EntityExtractor extractor = new EntityExtractor();

    @Test
    void everyCharacterThatXTakesInAHashtagIsTakenInQueriesAndNames() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (isAssigned(c)) {
                String written = "a" + Character.toString(c) + "a";
                assertThat(Hashtag.isPart(c)).as("U+%04X", c).isEqualTo(extractor.isHashtag(written));
                if (Hashtag.isPart(c)) {
                    Origins.require(written);
                }
            }
        }
    }

    /** X takes a few characters that mean what a font makes of them. */
    private static boolean isAssigned(int c) {
        int type = Character.getType(c);
        return type != Character.UNASSIGNED && type != Character.SURROGATE && type != Character.PRIVATE_USE;
    }
}
