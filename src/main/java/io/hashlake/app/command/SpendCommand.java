package io.hashlake.app.command;

import io.hashlake.api.json.Json;
import io.hashlake.app.command.output.ReportFormat;
import io.hashlake.app.command.output.SpendReportPeriod;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.SpendComparing;
import io.hashlake.app.settings.Settings;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.ledger.SpendComparison;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.warehouse.ledger.SpendStatement;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.spend.SpendTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what reading from X costs. */
@Command(
        name = "spend",
        description = "Says what reading from X costs today, this month and this billing cycle.",
        subcommands = SpendEstimateCommand.class,
        footer = {
            "",
            "Reads the warehouse of the configuration, also while Hashlake runs.",
            "Exit code: 0 if it could be read, 1 if not."
        })
final class SpendCommand implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    ReportFormat format;

    @Option(
            names = "--compare",
            description = "Asks X how many posts it bills, and shows the days of which that differs from the ledger.")
    boolean isToCompare;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Hashlake.settings();
        try {
            DataSource database = CommandDatabase.open(settings);
            System.out.println(isToCompare ? comparison(settings, database) : statement(settings, database));
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            EmbeddedServices.stop();
        }
    }

    private String statement(Settings settings, DataSource database) throws IOException {
        SpendStatement statement = new SpendStatement(
                new JdbcSpend(database),
                new SpendReader(database),
                SpendTerms.of(settings.of(BudgetConfig.class)).budget(),
                Clock.systemUTC());
        List<SpendReportPeriod> periods =
                statement.periods().stream().map(SpendReportPeriod::of).toList();
        return format == ReportFormat.JSON
                ? new String(Json.bytes(periods), StandardCharsets.UTF_8)
                : lines(periods.stream().map(SpendReportPeriod::text).toList());
    }

    private String comparison(Settings settings, DataSource database) throws IOException, InterruptedException {
        try (CommandX x = CommandX.of(settings)) {
            if (x.isSimulated()) {
                throw new IOException("nothing is billed: no token of X is configured");
            }
            List<SpendComparison> days =
                    new SpendComparing(x.client()::usage, new SpendReader(database), Clock.systemUTC()).compare();
            return format == ReportFormat.JSON
                    ? new String(Json.bytes(days), StandardCharsets.UTF_8)
                    : lines(days.stream().map(SpendCommand::text).toList());
        }
    }

    private static String text(SpendComparison day) {
        return "%s  counted %,d  billed %,d  difference %+,d"
                .formatted(day.day(), day.counted(), day.billed(), day.difference());
    }

    private static String lines(List<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
