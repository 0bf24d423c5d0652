package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt", "es"})
    void isReadFromAFileOfAtMostAMegabyteAndWrittenAlike(String language) throws IOException {
        byte[] file = ClassPathFile.bytes("sentiment/" + language + ".model");
        assertThat(file).hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(ModelFile.bytes(LinearModel.read(file))).isEqualTo(file);
    }

    @Test
    void refusesAFileThatIsNoModel() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinearModel.read(new byte[400_000]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 10_000})
    void refusesAFileThatIsCutOff(int length) {
        byte[] file = ClassPathFile.bytes("sentiment/en.model");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearModel.read(Arrays.copyOf(file, length)));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ClassPathFile.bytes("sentiment/xx.model"))
                .withMessageContaining("sentiment/xx.model");
    }
}
