package io.hashlake.app.command;

import io.hashlake.api.json.Json;
import io.hashlake.app.command.output.ReportFormat;
import io.hashlake.app.command.output.SpendEstimate;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Settings;
import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.CountsRequest;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.SpendTerms;
import io.hashlake.x.walk.MeteredCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what following a hashtag would cost. */
@Command(
        name = "estimate",
        description = "Asks X how many posts a hashtag had in the last 7 days, and says what following it would cost.",
        footer = {
            "",
            "Sends one request for counts, which is charged to x:estimate and needs a rest of the budget.",
            "Exit code: 0 if X answered, 1 if not."
        })
final class SpendEstimateCommand implements Callable<Integer> {

    private static final String SOURCE = "x:estimate";

    @Parameters(paramLabel = "HASHTAG", description = "The hashtag, with or without #.")
    String hashtag;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    ReportFormat format;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Hashlake.settings();
        try (CommandX x = CommandX.of(settings)) {
            SpendTerms terms = SpendTerms.of(settings.of(BudgetConfig.class));
            SpendEstimate estimate = estimate(x, terms, guard(x, settings, terms));
            print(estimate, x.isSimulated());
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            EmbeddedServices.stop();
        }
    }

    /** Returns the guard of requests; responses of the simulator cost nothing. */
    private static SpendGuard guard(CommandX x, Settings settings, SpendTerms terms) throws IOException {
        return x.isSimulated()
                ? SpendGuard.NONE
                : new SpendGuard(
                        terms, new JdbcSpend(CommandDatabase.open(settings)), SpendListener.NONE, Clock.systemUTC());
    }

    private SpendEstimate estimate(CommandX x, SpendTerms terms, SpendGuard guard)
            throws IOException, InterruptedException {
        String query = "#" + Hashtag.of(hashtag).text();
        ApiResult<PostCounts> answer = new MeteredCounts(x.client(), guard, SOURCE)
                .counts(new CountsRequest(query, CountsRequest.Granularity.DAY, 0, 0, null));
        guard.close();
        if (!(answer instanceof ApiResult.Ok<PostCounts> counts)) {
            throw new IOException("no estimate of " + query + ": " + answer.reason());
        }
        return SpendEstimate.of(
                query, counts.value(), terms.prices(), Clock.systemUTC().instant());
    }

    private void print(SpendEstimate estimate, boolean isSimulated) {
        if (format == ReportFormat.JSON) {
            System.out.println(new String(Json.bytes(estimate), StandardCharsets.UTF_8));
            return;
        }
        System.out.println(estimate.text());
        if (isSimulated) {
            System.out.println(
                    "These are posts of the built-in simulator, which bills nothing: no token is configured.");
        }
    }
}
