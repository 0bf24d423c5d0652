package io.hashlake.files;

import io.hashlake.core.Cursors;
import io.hashlake.core.Payload;
import io.hashlake.core.Position;
import io.hashlake.core.StandbyException;
import io.hashlake.core.TweetBatch;
import io.hashlake.files.scan.PieceKind;
import io.hashlake.source.Checkpoint;
import io.hashlake.source.UnusableCursorException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** One attempt to read a file from its cursor to its end. */
final class FileReading {

    private final InputFile file;
    private final FileSettings settings;
    private final Clock clock;
    private final PieceParser parser;
    private final ProgressListener listener;
    private final Instant started;
    private long from;
    private long tweets;
    private long rejected;
    private Progress progress;
    private String beginning = "";
    private FilePosition end;

    FileReading(InputFile file, PieceParser parser, FileSettings settings, Clock clock, ProgressListener listener) {
        this.file = file;
        this.parser = parser;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.started = clock.instant();
        report(0);
    }

    Progress progress() {
        return progress;
    }

    /**
     * Reads to the end.
     *
     * @return completes when all of it is committed; fails if it has to be read again
     * @throws StandbyException if another process reads it
     * @throws IOException if the cursors are unavailable
     */
    CompletionStage<FileOutcome> read(Cursors cursors, FileOutput output, CountDownLatch stopped)
            throws IOException, InterruptedException {
        FilePosition position = position(cursors);
        FileDelivery delivery =
                new FileDelivery(new Checkpoint(file.origin(), cursors), output, settings.maxBatches(), stopped);
        Optional<String> unreadable = readPieces(position, delivery);
        if (stopped.getCount() == 0) {
            return CompletableFuture.completedFuture(new FileOutcome.Stopped(progress));
        }
        report(unreadable.isPresent() ? progress.read() : Math.max(progress.read(), file.size()));
        FileOutcome outcome = unreadable
                .<FileOutcome>map(reason -> new FileOutcome.Failed(progress, reason))
                .orElseGet(() -> end(position));
        return delivery.finish().thenApply(done -> outcome);
    }

    private FileOutcome end(FilePosition position) {
        List<String> notes = parser.notes();
        if (!position.equals(FilePosition.START)) {
            notes.add(position.equals(end) ? "it was read before" : "its beginning was read before");
        } else if (tweets == 0) {
            notes.add(0, Resemblance.of(beginning));
            return new FileOutcome.Empty(progress, String.join("; ", notes));
        }
        return new FileOutcome.Done(progress, String.join("; ", notes));
    }

    private FilePosition position(Cursors cursors) throws IOException {
        cursors.claim(file.origin());
        Optional<String> stored = cursors.position(file.origin());
        if (stored.isEmpty()) {
            cursors.advance(file.origin(), FilePosition.START.toString());
        }
        return stored.isEmpty() ? FilePosition.START : resume(stored.get());
    }

    private FilePosition resume(String stored) throws UnreadableFileException {
        try {
            return FilePosition.of(Position.parse(stored));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "cannot be read, for " + new UnusableCursorException(file.origin(), stored, e).getMessage());
        }
    }

    /** Reads the pieces; returns why the rest could not be read, empty if nothing is left. */
    private Optional<String> readPieces(FilePosition position, FileDelivery delivery)
            throws IOException, InterruptedException {
        try (PieceReader pieces = PieceReader.open(file, position, settings)) {
            from = pieces.stored();
            beginning = pieces.start().text();
            return readPieces(pieces, delivery);
        } catch (UnreadableFileException e) {
            BatchDraft batch = new BatchDraft(file.origin(), position);
            batch.add(parser.unreadable(e.getMessage(), position, new byte[0]));
            handOver(batch.end(position), delivery);
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> readPieces(PieceReader pieces, FileDelivery delivery)
            throws IOException, InterruptedException {
        Optional<String> unreadable = Optional.empty();
        boolean goesOn = true;
        while (goesOn) {
            BatchDraft batch = new BatchDraft(file.origin(), pieces.position());
            try {
                goesOn = fill(batch, pieces);
            } catch (UnreadableFileException e) {
                batch.add(parser.unreadable(e.getMessage(), pieces.position(), pieces.rest()));
                unreadable = Optional.of(e.getMessage());
                goesOn = false;
            }
            if (!batch.isEmpty()) {
                goesOn &= handOver(batch.end(pieces.position()), delivery);
                report(pieces.stored());
            }
        }
        end = pieces.position();
        return unreadable;
    }

    /** Fills the batch and returns whether there may be more to read. */
    private boolean fill(BatchDraft batch, PieceReader pieces) throws UnreadableFileException {
        while (!batch.isFull(settings.batchTweets())) {
            Piece piece = pieces.next();
            if (piece == null) {
                return false;
            }
            if (!parser.parse(piece, batch)) {
                pieces.readLineAgain();
                continue;
            }
            batch.count(piece.length());
            if (settings.payloads() && piece.isWhole() && piece.kind() != PieceKind.TEXT) {
                batch.add(new Payload(file.changedAt(), piece.content()));
            }
        }
        return true;
    }

    private boolean handOver(TweetBatch batch, FileDelivery delivery) throws InterruptedException {
        boolean handedOver = delivery.handOver(batch);
        if (handedOver) {
            tweets += batch.tweets().size();
            rejected += batch.rejected().size();
        }
        return handedOver;
    }

    private void report(long read) {
        Duration elapsed = Duration.between(started, clock.instant());
        progress = new Progress(file.name(), from, read, Math.max(read, file.size()), tweets, rejected, elapsed);
        listener.progressed(progress);
    }
}
