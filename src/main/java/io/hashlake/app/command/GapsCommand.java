package io.hashlake.app.command;

import io.hashlake.app.command.output.GapFormat;
import io.hashlake.app.command.output.GapLine;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.core.DeclaredGap;
import io.hashlake.warehouse.ledger.JdbcGaps;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the gaps that the warehouse knows of. */
@Command(
        name = "gaps",
        description = "Lists the declared gaps, newest first: source, from, to, reason, and whether they are filled.",
        footer = {
            "",
            "Reads the warehouse of the configuration, also while Hashlake runs.",
            "Exit code: 0 if the gaps could be read, 1 if not."
        })
final class GapsCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    GapFormat format;

    @Override
    public Integer call() throws IOException {
        try {
            format.print(gaps(CommandDatabase.open(Hashlake.settings())), System.out);
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            EmbeddedServices.stop();
        }
    }

    private static List<GapLine> gaps(DataSource database) throws IOException {
        JdbcGaps ledger = new JdbcGaps(database, Clock.systemUTC());
        List<GapLine> lines = new ArrayList<>();
        List<DeclaredGap> page = ledger.page(Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(gap -> lines.add(GapLine.of(gap)));
            page = ledger.page(page.get(page.size() - 1).id(), PAGE);
        }
        return lines;
    }
}
