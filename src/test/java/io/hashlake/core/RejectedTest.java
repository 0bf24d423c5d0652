package io.hashlake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedTest {

    @Test
    void everySinkIsAStageOfItsName() {
        assertThat(Rejected.Stage.PARSE.id()).isEqualTo("parse");
        assertThat(Rejected.Stage.BUS.id()).isEqualTo("bus");
        assertThat(new Rejected.Stage("lake")).isEqualTo(new Rejected.Stage("lake"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lake", "la ke", "1", "lake\n"})
    void aStageIsNamedAsASinkMayBe(String id) {
        assertThatThrownBy(() -> new Rejected.Stage(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
