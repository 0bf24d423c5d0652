package io.hashlake.pipeline.inbox;

import io.hashlake.core.StandbyException;
import io.hashlake.files.FileOutcome;
import io.hashlake.files.FileSource;
import io.hashlake.files.FinishedFile;
import io.hashlake.files.ProgressListener;
import io.hashlake.files.ProgressLog;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.RootCause;
import io.hashlake.thread.DaemonThreads;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Reads the files that a route finds. */
public final class Inbox {

    static final String DONE = "done";
    static final String FAILED = "failed";

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
     * Reads one file, and moves it into the directory done beside it, or failed if it could not be read to its end.
     *
     * @param to where its batches go
     * @return completes when all of it is committed and it was moved, with the directory. Fails if it has to stay where it
     *     is, to be read on from there later
     */
    public CompletionStage<String> read(File file, String to, Exchange exchange)
            throws InterruptedException, IOException {
        FinishedFile finished = FinishedFile.of(file.toPath());
        return readElsewhere(file, new BatchOutput(exchange.getContext(), to))
                .thenApply(outcome -> moved(finished, file.toPath(), directory(outcome)))
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

    private static String moved(FinishedFile finished, Path file, String directory) {
        try {
            if (!finished.moveTo(file.resolveSibling(directory))) {
                LOG.infof("%s has changed while it was read, and is read again", file.getFileName());
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be moved to " + directory + ": " + e, e);
        }
    }

    private String directory(FileOutcome outcome) {
        if (outcome instanceof FileOutcome.Stopped) {
            throw new CancellationException("reading was stopped");
        }
        LOG.log(outcome instanceof FileOutcome.Empty ? Logger.Level.WARN : Logger.Level.INFO, outcome);
        String directory = outcome instanceof FileOutcome.Failed ? FAILED : DONE;
        meters.fileRead(directory);
        return directory;
    }

    /** Within an exchange Camel puts off what other exchanges have to do in this thread, so nothing would ever complete. */
    private CompletionStage<FileOutcome> readElsewhere(File file, BatchOutput output) throws InterruptedException {
        ProgressListener listener = new ProgressLog(clock, LOG::info).and(new FileMeter(meters));
        FutureTask<CompletionStage<FileOutcome>> reading =
                new FutureTask<>(() -> files.read(file.toPath(), output, listener));
        DaemonThreads.of("file", reading).start();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(file + " could not be read: " + RootCause.messageOf(e), e);
        }
    }
}
