package io.hashlake.app.command;

import io.hashlake.api.json.Json;
import io.hashlake.app.command.output.ReportFormat;
import io.hashlake.app.doctor.CheckResult;
import io.hashlake.app.doctor.CheckResult.Status;
import io.hashlake.app.doctor.Doctor;
import io.hashlake.app.doctor.XAccess;
import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.x.client.XConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that Hashlake depends on. */
@Command(
        name = "doctor",
        description = "Checks X, token, database, bucket, broker, clock and disks, a line each with what to do.",
        footer = {
            "",
            "Reads no post, opens no stream and changes nothing, so it may be run beside a running Hashlake.",
            "Exit code: 0 if no check failed, 1 if one did; warnings do not count."
        })
@RegisterForReflection(targets = CheckResult.class)
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    ReportFormat format;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "Longest time that a check may take; 15 by default.")
    int deadline;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // The checks say all that is to be said.
        Logger.getLogger("").setLevel(Level.OFF);
        List<CheckResult> results = results();
        System.out.println(
                format == ReportFormat.JSON ? new String(Json.bytes(results), StandardCharsets.UTF_8) : text(results));
        return results.stream().anyMatch(result -> result.status() == Status.FAILURE) ? 1 : 0;
    }

    private List<CheckResult> results() throws IOException, InterruptedException {
        try {
            return results(Hashlake.settings());
        } catch (StartException e) {
            return e.problems().stream()
                    .map(problem -> new CheckResult("configuration", Status.FAILURE, problem, ""))
                    .toList();
        }
    }

    private List<CheckResult> results(Settings settings) throws IOException, InterruptedException {
        XConfig config = settings.of(XConfig.class);
        Clock clock = Clock.systemUTC();
        Duration limit = Duration.ofSeconds(Math.max(1, deadline));
        if (config.bearerToken().isPresent()) {
            XAccess x = new XAccess(config.baseUrl(), config.bearerToken().get(), false);
            return Doctor.of(settings, x, clock, limit).examine();
        }
        try (Simulator simulator =
                Simulator.start(SimulatorSettings.of(settings.of(SimulatorConfig.class)), clock, 0)) {
            XAccess x = new XAccess(simulator.baseUri(), "simulator", true);
            return Doctor.of(settings, x, clock, limit).examine();
        }
    }

    private static String text(List<CheckResult> results) {
        return String.join(
                System.lineSeparator(), results.stream().map(CheckResult::text).toList());
    }
}
