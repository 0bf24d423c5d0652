package io.hashlake.warehouse.ledger;

import io.hashlake.TestConfig;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.servers.ProcessLog;
import io.hashlake.tweet.FakeClock;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.MeteredSearch;
import io.hashlake.x.walk.PageWalk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that searches over and over until the budget that it shares with others is used up. */
final class SpendingProcess {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Process process;

    private SpendingProcess(Process process) {
        this.process = process;
    }

    /** @param dollars the budget of the month */
    static SpendingProcess start(PGSimpleDataSource database, URI x, String dollars, Path directory)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ProcessLog.classPath(),
                SpendingProcess.class.getName(),
                database.getUrl(),
                database.getUser(),
                String.valueOf(database.getPassword()),
                x.toString(),
                dollars));
        command.addAll(1, ProcessLog.options(directory));
        ProcessLog.configure(directory);
        return new SpendingProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("spending-process.log").toFile()))
                .start());
    }

    /** Returns what the processes of the directory have printed. */
    static String log(Path directory) throws IOException {
        return Files.readString(directory.resolve("spending-process.log"));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns whether it ended by itself, because the budget was used up. */
    boolean awaitEnd() throws InterruptedException {
        return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        database.setPassword(args[2]);
        FakeClock clock = new FakeClock(NOON);
        SpendGuard guard = new SpendGuard(
                TestTerms.withIncluded(TestTerms.dollars(BudgetPeriod.MONTH, args[4])),
                new JdbcSpend(database),
                SpendListener.NONE,
                clock);
        XConfig config =
                TestConfig.of(XConfig.class, "connect-timeout=PT10S", "read-timeout=PT30S", "total-timeout=PT60S");
        XClient x = new XClient(
                XSettings.of(URI.create(args[3]), new BearerToken("a-token-of-tests"), config),
                clock,
                ApiListener.NONE);
        while (readsAll(new MeteredSearch(x, guard))) {
            guard.flush();
        }
        guard.close();
    }

    /** Returns whether the budget allows more. */
    private static boolean readsAll(MeteredSearch search) throws InterruptedException {
        PageWalk walk = search.walk(
                new SearchRequest("covid", SearchRequest.Scope.RECENT, "#covid19", 0, 0, null, 100),
                new DoubtAllowance());
        while (!walk.isComplete()) {
            ApiResult<SearchPage> answer = walk.next(posts -> Map.of("covid", posts.size()));
            if (answer instanceof ApiResult.Wait) {
                return false;
            }
        }
        return true;
    }
}
