package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class KeyNameTest {

    @Test
    void keepsAPlainText() {
        assertThat(KeyName.of("search-covid19")).isEqualTo("search-covid19");
        assertThat(KeyName.of("2064000000000000000")).isEqualTo("2064000000000000000");
    }

    @Test
    void tellsApartWhatAFileSystemMayNot() {
        assertThat(KeyName.of("COVID").toLowerCase(Locale.ROOT)).isNotEqualTo(KeyName.of("covid"));
        assertThat(KeyName.of("saúde")).startsWith("sa_de-").isNotEqualTo(KeyName.of("sa_de"));
    }

    @Property
    void isAlwaysAShortNameOfPlainCharacters(@ForAll @NotEmpty String text) {
        assertThat(KeyName.of(text)).matches("[A-Za-z0-9._-]{1,60}").isNotIn(".", "..");
    }
}
