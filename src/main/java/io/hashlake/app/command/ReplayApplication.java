package io.hashlake.app.command;

import io.hashlake.app.command.output.ProgressBar;
import io.hashlake.app.command.output.ReplayReport;
import io.hashlake.core.Rejected.Stage;
import io.hashlake.files.ProgressListener;
import io.hashlake.files.ProgressLog;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.inbox.BatchOutput;
import io.hashlake.pipeline.inbox.FileMeter;
import io.hashlake.pipeline.sink.SinkWorker;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** The pipeline without its sources: files that were named take their place. */
@Typed(ReplayApplication.class)
public class ReplayApplication extends HashlakeApplication {

    @Inject
    Meters meters;

    @Inject
    DeadLetterConfig deadLetters;

    @Inject
    Clock clock;

    @Override
    void routesLoaded() {
        RouteLoader.dropSources(camel);
    }

    @Override
    int work(String... names) {
        List<Path> paths = Arrays.stream(names).map(Path::of).toList();
        boolean isTerminal = Ansi.AUTO.enabled();
        Replay replay = new Replay(files, new BatchOutput(camel, "direct:batches"), () -> listener(isTerminal));
        replay.readAll(paths);
        sinks.all().forEach(SinkWorker::commitAtOnce);
        ReplayReport report = replay.awaitCommitted();
        addRefused(report);
        report.lines(deadLetters.directory()).forEach(isTerminal ? ReplayApplication::printOver : System.out::println);
        return report.isGood() ? 0 : 1;
    }

    /** The files' outcomes tell what was rejected where it is parsed. */
    private void addRefused(ReplayReport report) {
        Stream<Stage> sinks = settings.deployment().sinks().stream().map(sink -> new Stage(sink.name()));
        Stream.concat(Stream.of(Stage.BUS), sinks)
                .forEach(stage -> report.addRefused(stage, meters.total("dead.letters", "stage", stage.id())));
    }

    private static void printOver(String line) {
        System.out.println(ProgressBar.CLEAR + line);
    }

    private ProgressListener listener(boolean isTerminal) {
        ProgressListener shown =
                isTerminal ? new ProgressBar(clock, System.out::print) : new ProgressLog(clock, System.out::println);
        return shown.and(new FileMeter(meters));
    }
}
