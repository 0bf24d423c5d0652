package io.hashlake.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

@ServerTest
class DatabaseStateTest {

    @Test
    void theNewestMigrationIsThatOfTheNewestFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.replaceFirst("V(\\d+)__.*", "$1")))
                            .max())
                    .hasValue(DatabaseState.NEWEST_MIGRATION);
        }
    }

    @Test
    void tellsHowFarADatabaseIsMigrated() throws Exception {
        DatabaseState migrated = DatabaseState.read(TestWarehouse.unpooled());
        assertThat(migrated.migration()).isEqualTo(OptionalInt.of(DatabaseState.NEWEST_MIGRATION));
        assertThat(migrated.hasFailure()).isFalse();
        assertThat(migrated.version()).startsWith(migrated.major() + ".");
        assertThat(DatabaseState.read(TestWarehouse.migratedUpTo("12")).migration())
                .hasValue(12);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsAnOutage() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DatabaseState.read(TestWarehouse.unreachable()))
                .withMessageContaining("refused");
    }
}
