package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.TestTweets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;

/** Ends a process, or takes store and catalog from it, or does something else before each of its operations. */
class IcebergKillTest {

    private static final List<String> ROWS = List.of("covid19 1", "covid19 2", "covid19 3", "flu 3");

    /** With 1, before every operation, which takes minutes. */
    private static final int STRIDE = Integer.getInteger("hashlake.chaos.iceberg-stride", 13);

    /** Runs on a lake with something that happens before each operation. */
    @FunctionalInterface
    private interface Process {
        void run(IcebergLake lake, Runnable interruption) throws IOException;
    }

    private static IcebergLake landed() throws IOException {
        IcebergLake lake = new IcebergLake();
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.land(TestTweets.tweet(2, "covid19"));
        lake.land(TestTweets.tweet(3, "covid19", "flu"));
        return lake;
    }

    private static IcebergLake registered() throws IOException {
        IcebergLake lake = landed();
        lake.register();
        return lake;
    }

    private static int operations(IcebergLake lake, Process process) throws IOException {
        Interruption never = Interruption.at(-1, () -> {});
        process.run(lake, never);
        return never.operations();
    }

    private static void assertIsWhole(IcebergLake lake, int operation) throws IOException {
        assertThat(lake.rows()).as("after operation %d", operation).isEqualTo(ROWS);
        assertThat(new LakeContents(lake.store).rows())
                .as("after operation %d", operation)
                .isEqualTo(ROWS);
    }

    @Test
    void aRegistrationKilledAnywhereLeavesEachRowOnce() throws IOException {
        int operations = operations(landed(), IcebergLake::register);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = landed();
            try {
                lake.register(Interruption.endAt(operation));
            } catch (Killed | IOException | RuntimeException killed) {
                // as intended
            }
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    @Test
    void anOutageAnywhereInARegistrationLeavesEachRowOnce() throws IOException {
        int operations = operations(landed(), IcebergLake::register);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = landed();
            try {
                lake.register(Interruption.at(operation, IcebergKillTest::fail));
            } catch (IOException | UncheckedIOException failed) {
                // as it may be
            }
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    private static void fail() {
        throw new UncheckedIOException(new IOException("connection reset"));
    }

    @Test
    void twoRegistrationsAtOnceLeaveEachRowOnce() throws IOException {
        int operations = operations(landed(), IcebergLake::register);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = landed();
            lake.register(Interruption.at(operation, () -> register(lake)));
            assertIsWhole(lake, operation);
        }
    }

    private static void register(IcebergLake lake) {
        try {
            lake.register();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCompactionKilledAnywhereLeavesEachRowOnceInTheTableAtEveryMoment() throws IOException {
        int operations = operations(registered(), IcebergLake::compact);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = registered();
            try {
                lake.compact(Interruption.endAt(operation));
            } catch (Killed | IOException | RuntimeException killed) {
                // as intended
            }
            assertThat(lake.rows()).as("before operation %d", operation).isEqualTo(ROWS);
            lake.register();
            assertThat(lake.rows()).as("before operation %d", operation).isEqualTo(ROWS);
            lake.compact();
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    @Test
    void aRegistrationBesideACompactionLeavesEachRowOnce() throws IOException {
        int operations = operations(registered(), IcebergLake::compact);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = registered();
            lake.compact(Interruption.at(operation, () -> register(lake)));
            lake.register();
            assertIsWhole(lake, operation);
        }
    }

    @Test
    void whatAnotherProgramDeletesDuringACompactionStaysDeleted() throws IOException {
        int operations = operations(registered(), IcebergLake::compact);
        for (int operation = 0; operation < operations; operation += STRIDE) {
            IcebergLake lake = registered();
            List<String> deleted = new ArrayList<>();
            lake.compact(
                    Interruption.at(operation, () -> deleteFirst(lake.table()).ifPresent(deleted::add)));
            List<String> expected = deleted.isEmpty() ? ROWS : ROWS.subList(1, ROWS.size());
            assertThat(lake.rows()).as("after operation %d", operation).isEqualTo(expected);
            lake.register();
            lake.compact();
            lake.register();
            assertThat(lake.rows()).as("after operation %d", operation).isEqualTo(expected);
        }
    }

    /** Deletes the file that holds the first post alone, if it is still in the table. */
    private static Optional<String> deleteFirst(Table table) {
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                if (task.file().location().endsWith("-search-0.zstd.parquet")) {
                    table.newDelete().deleteFile(task.file()).commit();
                    return Optional.of(task.file().location());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
