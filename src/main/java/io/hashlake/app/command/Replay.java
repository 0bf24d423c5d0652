package io.hashlake.app.command;

import io.hashlake.app.command.output.ReplayReport;
import io.hashlake.core.TweetBatch;
import io.hashlake.files.FileOutcome;
import io.hashlake.files.FileSource;
import io.hashlake.files.ProgressListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads files one after the other, without waiting for the commit of each. */
final class Replay {

    private final FileSource files;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final Supplier<ProgressListener> listeners;
    private final Map<Path, CompletionStage<FileOutcome>> outcomes = new LinkedHashMap<>();

    /** @param listeners gives each file's */
    Replay(FileSource files, Function<TweetBatch, CompletionStage<?>> output, Supplier<ProgressListener> listeners) {
        this.files = files;
        this.output = output;
        this.listeners = listeners;
    }

    /** Until the last one is read, or reading is stopped. */
    void readAll(List<Path> paths) {
        try {
            for (Path path : paths) {
                outcomes.put(path, files.read(path, output, listeners.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the result, as soon as everything that was read is committed. */
    ReplayReport awaitCommitted() {
        ReplayReport report = new ReplayReport();
        outcomes.forEach((path, outcome) -> {
            try {
                report.add(outcome.toCompletableFuture().join());
            } catch (CompletionException e) {
                report.addUncommitted(path, e.getCause().getMessage());
            }
        });
        return report;
    }
}
