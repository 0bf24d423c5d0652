package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LakeSettingsTest {

    @Test
    void hasUsableDefaults() {
        assertThat(LakeSettings.defaults().rotationAge()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void saysWhichValueIsWrong() {
        assertThatThrownBy(() -> new LakeSettings(0, 1, Duration.ofSeconds(1), 1, 1))
                .hasMessage("rotation-rows = 0: allowed is 1 or more");
        assertThatThrownBy(() -> new LakeSettings(1, 1, Duration.ZERO, 1, 1))
                .hasMessage("rotation-age = PT0S: allowed is longer than 0");
    }
}
