package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.truth.BilledDay;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Processes that share a budget and are killed at random moments, against the simulator's bill. */
@ServerTest
class SpendingProcessesIT {

    private static final int PROCESSES = Integer.getInteger("hashlake.chaos.spenders", 2);
    private static final int KILLS = PROCESSES;
    private static final int DOLLARS = 10 * PROCESSES;

    private final PGSimpleDataSource database = TestWarehouse.unpooled();
    private final Random random = new Random(11);

    @TempDir
    private Path directory;

    @Test
    void processesKilledAtRandomNeverSpendMoreThanTheirCommonBudget() throws Exception {
        try (Simulator simulator = Simulator.start(
                TestSimulator.settings().withPostsPerSecond(60).withHashtags(List.of("covid19")),
                new FakeClock(SpendingProcess.NOON),
                0)) {
            List<SpendingProcess> processes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start(simulator));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                long before = billed(simulator);
                int victim = random.nextInt(PROCESSES);
                awaitReading(simulator, before, processes.get(victim));
                processes.get(victim).kill();
                processes.set(victim, start(simulator));
            }
            for (SpendingProcess process : processes) {
                assertThat(process.awaitEnd())
                        .as(SpendingProcess.log(directory))
                        .isTrue();
            }
            long counted = new JdbcSpend(database)
                    .totals(BillingCycle.dayOf(SpendingProcess.NOON), BillingCycle.MONTHLY)
                    .of(BudgetPeriod.MONTH)
                    .dollars()
                    .micros();
            assertThat(billed(simulator)).isPositive().isLessThanOrEqualTo(1_000_000L * DOLLARS);
            assertThat(counted).isLessThanOrEqualTo(1_000_000L * DOLLARS);
        }
    }

    private SpendingProcess start(Simulator simulator) throws Exception {
        return SpendingProcess.start(database, simulator.baseUri(), Integer.toString(DOLLARS), directory);
    }

    /** A process that has ended need not be waited for: there is nothing left to read. */
    private void awaitReading(Simulator simulator, long before, SpendingProcess process) {
        int wanted = random.nextInt(2_000_000);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive() || billed(simulator) >= before + wanted);
    }

    private static long billed(Simulator simulator) {
        return simulator.bill().stream().mapToLong(SpendingProcessesIT::micros).sum();
    }

    private static long micros(BilledDay bill) {
        return 5_000 * (bill.posts() + bill.includedPosts()) + 10_000 * bill.users() + 5_000 * bill.counts();
    }
}
