package io.hashlake.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void oneThingIsInTheSingularAndAnyOtherNumberInThePlural() {
        assertThat(new Quantity(1, "post")).hasToString("1 post");
        assertThat(new Quantity(0, "post")).hasToString("0 posts");
        assertThat(new Quantity(1_234, "post")).hasToString("1,234 posts");
        assertThat(new Quantity(2, "stored copy")).hasToString("2 stored copies");
    }

    @Test
    void nothingMayBeLeftOut() {
        assertThat(new Quantity(0, "file").orEmpty()).isEmpty();
        assertThat(new Quantity(1, "file").orEmpty()).isEqualTo("1 file");
    }
}
