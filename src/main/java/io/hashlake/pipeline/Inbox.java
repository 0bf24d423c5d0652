package io.hashlake.pipeline;

import io.hashlake.files.FileSource;
import io.hashlake.files.Outcome;
import io.hashlake.files.ProgressListener;
import io.hashlake.files.ProgressLog;
import io.hashlake.observability.Meters;
import io.hashlake.tweet.StandbyException;
import java.io.File;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Reads the files that a route finds. */
public final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final FileSource files;
    private final Meters meters;
    private final Clock clock;

    public Inbox(FileSource files, Meters meters, Clock clock) {
        this.files = files;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Reads one file.
     *
     * @param to where its batches go
     * @return completes when all of it is committed, with the directory that the file belongs into now: done, or failed if it
     *     could not be read to its end. Fails if it has to stay where it is, to be read on from there later
     */
    public CompletionStage<String> read(File file, String to, Exchange exchange) throws InterruptedException {
        return readElsewhere(file, new BatchOutput(exchange.getContext(), to))
                .thenApply(this::directory)
                .whenComplete((directory, error) -> {
                    if (error != null) {
                        boolean isStandby = RootCause.of(error) instanceof StandbyException;
                        LOG.logf(
                                isStandby ? Logger.Level.DEBUG : Logger.Level.INFO,
                                "%s stays, to be read on: %s",
                                file.getName(),
                                RootCause.messageOf(error));
                        // That is how it should be: Camel has nothing to try again, and no error to log.
                        exchange.getExchangeExtension().setRedeliveryExhausted(true);
                    }
                });
    }

    private String directory(Outcome outcome) {
        if (outcome instanceof Outcome.Stopped) {
            throw new CancellationException("reading was stopped");
        }
        LOG.info(outcome);
        String directory = outcome instanceof Outcome.Failed ? "failed" : "done";
        meters.fileRead(directory);
        return directory;
    }

    /** Within an exchange Camel puts off what other exchanges have to do in this thread, so nothing would ever complete. */
    private CompletionStage<Outcome> readElsewhere(File file, BatchOutput output) throws InterruptedException {
        ProgressListener listener = new ProgressLog(clock, LOG::info).and(new FileMeter(meters));
        FutureTask<CompletionStage<Outcome>> reading =
                new FutureTask<>(() -> files.read(file.toPath(), output, listener));
        Thread thread = new Thread(reading, "file");
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(file + " could not be read: " + RootCause.messageOf(e), e);
        }
    }
}
