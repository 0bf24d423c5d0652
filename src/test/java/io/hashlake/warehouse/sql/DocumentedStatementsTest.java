package io.hashlake.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hashlake.DocumentedSql;
import io.hashlake.DocumentedSql.Engine;
import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What documents show for PostgreSQL runs there. */
@ServerTest
class DocumentedStatementsTest {

    private final DataSource database = TestWarehouse.migrated();

    @AfterEach
    void remove() throws SQLException {
        TestWarehouse.update(database, "DROP ROLE IF EXISTS hashlake_reader");
        BiReader.drop(database);
    }

    @Test
    void everyStatementRuns() throws IOException, SQLException {
        List<DocumentedSql> blocks = DocumentedSql.of(Engine.POSTGRESQL);
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(6);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (DocumentedSql block : blocks) {
                for (String sql : block.statements()) {
                    assertThatCode(() -> statement.execute(sql))
                            .as("%s: %s", block.document(), sql)
                            .doesNotThrowAnyException();
                }
            }
        }
    }
}
