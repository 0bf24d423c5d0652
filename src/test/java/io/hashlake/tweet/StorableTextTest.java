package io.hashlake.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class StorableTextTest {

    @Property
    void isValidUnicodeWithoutNulAndKeepsItsLength(
            @ForAll @CharRange(from = '\u0000', to = '\u0002') @CharRange(from = '\uD7FE', to = '\uE001') String text) {
        String storable = StorableText.of(text);
        assertThat(storable).hasSameSizeAs(text).doesNotContain("\u0000");
        assertThat(new String(storable.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(storable);
    }

    @Property
    void isTheTextItselfWhereAllOfItCanBeStored(@ForAll @CharRange(from = '\u0001', to = '\uD7FF') String text) {
        assertThat(StorableText.of(text)).isSameAs(text);
    }
}
