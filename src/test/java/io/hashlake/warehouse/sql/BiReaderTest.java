package io.hashlake.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@ServerTest
class BiReaderTest {

    private final PGSimpleDataSource database = TestWarehouse.unpooled();
    private DataSource reader;

    @BeforeEach
    void create() throws SQLException {
        reader = BiReader.create(database);
    }

    @AfterEach
    void drop() throws SQLException {
        BiReader.drop(database);
    }

    @Test
    void mayAskWhatThePageAsks() {
        assertThat(BiReader.queries()).hasSize(3).allSatisfy(sql -> assertThatCode(
                        () -> TestWarehouse.rows(reader, sql))
                .as(sql)
                .doesNotThrowAnyException());
    }

    @Test
    void mayReadTablesOfLaterVersions() throws SQLException {
        TestWarehouse.update(database, "CREATE TABLE dw.later (id int)");
        assertThat(TestWarehouse.rows(reader, "SELECT * FROM dw.later")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM dw.fact_tweet",
                "INSERT INTO dw.dim_language (language) VALUES ('xx')",
                "CREATE TABLE dw.mine (id int)",
                "SELECT * FROM twitter.tweet",
                "SELECT * FROM ops.cursor"
            })
    void mayDoNothingElse(String sql) {
        assertThatThrownBy(() -> TestWarehouse.update(reader, sql)).hasMessageContaining("permission denied");
    }
}
