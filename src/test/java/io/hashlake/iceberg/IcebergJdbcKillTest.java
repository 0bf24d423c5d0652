package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Ends a process, or takes the database from it, at each step of its commits to a catalog in PostgreSQL. */
@ServerTest
class IcebergJdbcKillTest {

    private static final List<String> ROWS = List.of("covid19 1", "covid19 2", "covid19 3", "flu 3");

    /** With 1, at every operation on store and database, which takes minutes. */
    private static final int STRIDE = Integer.getInteger("hashlake.chaos.iceberg-stride", 23);

    /** Runs on a lake with something that happens before each operation. */
    @FunctionalInterface
    private interface Process {
        void run(IcebergLake lake, Runnable interruption) throws IOException;
    }

    private final DataSource database = TestWarehouse.migrated();

    /** With a first snapshot, so that commits change a table that is there, and two files that it does not have. */
    private IcebergLake landed() throws IOException, SQLException {
        TestWarehouse.update(database, "DROP TABLE IF EXISTS iceberg_tables, iceberg_namespace_properties");
        IcebergConfig config = TestConfig.of(IcebergConfig.class);
        IcebergLake lake = new IcebergLake((files, interruption) -> Catalogs.of(
                        config, InterruptedDatabase.of(database, interruption), IcebergLake.LOCATION, files)
                .get());
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.register();
        lake.land(TestTweets.tweet(2, "covid19"));
        lake.land(TestTweets.tweet(3, "covid19", "flu"));
        return lake;
    }

    private IcebergLake registered() throws IOException, SQLException {
        IcebergLake lake = landed();
        lake.register();
        return lake;
    }

    private static void fail() {
        throw new UncheckedIOException(new IOException("connection reset"));
    }

    private static void interrupt(IcebergLake lake, Process process, Interruption interruption) {
        try {
            process.run(lake, interruption);
        } catch (Killed | IOException | RuntimeException interrupted) {
            // as intended, or as it may be
        }
    }

    private void assertARegistrationIsWhole(IntFunction<Interruption> interruptions) throws Exception {
        Interruption never = Interruption.at(-1, () -> {});
        landed().register(never);
        for (int operation = 0; operation < never.operations(); operation += STRIDE) {
            IcebergLake lake = landed();
            interrupt(lake, IcebergLake::register, interruptions.apply(operation));
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    private void assertACompactionIsWhole(IntFunction<Interruption> interruptions) throws Exception {
        Interruption never = Interruption.at(-1, () -> {});
        registered().compact(never);
        for (int operation = 0; operation < never.operations(); operation += STRIDE) {
            IcebergLake lake = registered();
            interrupt(lake, IcebergLake::compact, interruptions.apply(operation));
            assertThat(lake.rows()).as("at operation %d", operation).isEqualTo(ROWS);
            lake.compact();
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    private static void assertIsWhole(IcebergLake lake, int operation) throws IOException {
        assertThat(lake.rows()).as("at operation %d", operation).isEqualTo(ROWS);
        assertThat(new LakeContents(lake.store).rows())
                .as("at operation %d", operation)
                .isEqualTo(ROWS);
    }

    @Test
    void aRegistrationKilledAtAnyStepLeavesEachRowOnce() throws Exception {
        assertARegistrationIsWhole(Interruption::endAt);
    }

    @Test
    void aRegistrationThatLosesItsDatabaseAtAnyStepLeavesEachRowOnce() throws Exception {
        assertARegistrationIsWhole(operation -> Interruption.at(operation, IcebergJdbcKillTest::fail));
    }

    @Test
    void aCompactionKilledAtAnyStepLeavesEachRowOnceInTheTableAtEveryMoment() throws Exception {
        assertACompactionIsWhole(Interruption::endAt);
    }

    @Test
    void aCompactionThatLosesItsDatabaseAtAnyStepLeavesEachRowOnce() throws Exception {
        assertACompactionIsWhole(operation -> Interruption.at(operation, IcebergJdbcKillTest::fail));
    }
}
