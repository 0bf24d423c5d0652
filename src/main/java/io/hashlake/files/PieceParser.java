package io.hashlake.files;

import io.hashlake.core.Rejected;
import io.hashlake.files.scan.PieceKind;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.HashtagLookup;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes tweets of the pieces of one file. They count as observed when the file was written, since nothing in it is newer; so
 * an old file never overwrites a newer observation.
 */
final class PieceParser {

    private static final PageParser PARSER = new PageParser();

    private final InputFile file;
    private final String origin;
    private final HashtagLookup followed;
    private final Clock clock;
    private final FileNotes notes;

    /** @param followed to these of its hashtags a tweet is attributed */
    PieceParser(InputFile file, List<Hashtag> followed, Clock clock) {
        this.file = file;
        this.origin = file.origin();
        this.followed = new HashtagLookup(followed);
        this.clock = clock;
        this.notes = new FileNotes(file.name());
    }

    /** @return false if the line is no document after all, so that it has to be read again as what it is */
    boolean parse(Piece piece, BatchDraft batch) {
        if (!piece.isWhole() && piece.kind() == PieceKind.LINE) {
            return false;
        }
        if (!piece.isWhole()) {
            reject(piece, "is " + piece.length() + " bytes long, too long to be parsed", piece.content(), batch);
            return true;
        }
        try {
            parseWhole(piece, batch);
            return true;
        } catch (MalformedPageException e) {
            return rejectDocument(piece, e.messageAfter(piece.line() - 1), batch);
        } catch (IllegalArgumentException e) {
            return rejectDocument(piece, e.getMessage(), batch);
        }
    }

    /** @return false, with nothing rejected, if it was only taken for a document because it was a line */
    private boolean rejectDocument(Piece piece, String reason, BatchDraft batch) {
        boolean isDocument = piece.kind() != PieceKind.LINE;
        if (isDocument) {
            reject(piece, reason, piece.content(), batch);
        }
        return isDocument;
    }

    private void parseWhole(Piece piece, BatchDraft batch) throws MalformedPageException {
        if (piece.kind() == PieceKind.TEXT) {
            if (notes.isNews(piece)) {
                reject(piece, "is no JSON: " + FileNotes.shown(piece), piece.content(), batch);
            }
        } else if (DeadLetterLine.isOne(piece.content())) {
            parseLetter(piece, batch);
        } else {
            Instant now = clock.instant();
            parse(piece, piece.content(), file.changedAt().isBefore(now) ? file.changedAt() : now, batch);
        }
    }

    /** Returns remarks on the file beyond the numbers. */
    List<String> notes() {
        return notes.lines();
    }

    /** Returns the dead letter for an error that ends the reading of the file. */
    Rejected unreadable(String reason, FilePosition at, byte[] rest) {
        String payload = rest.length == 0 ? file.name() : text(rest);
        return rejected(file.name() + " " + reason + ", after line " + at.line(), payload);
    }

    private void parseLetter(Piece piece, BatchDraft batch) {
        DeadLetterLine letter = DeadLetterLine.parse(piece.content());
        if (letter.tweet() != null) {
            batch.add(attributed(letter.tweet()));
            notes.document(1);
            return;
        }
        try {
            parse(piece, letter.payload(), letter.at(), batch);
        } catch (MalformedPageException e) {
            reject(piece, e.getMessage(), letter.payload(), batch);
        }
    }

    private void parse(Piece piece, byte[] json, Instant observedAt, BatchDraft batch) throws MalformedPageException {
        SearchPage page = PARSER.parseLine(json, origin, observedAt);
        page.tweets().forEach(tweet -> batch.add(attributed(tweet)));
        page.rejected().forEach(one -> batch.add(rejected(at(piece) + one.reason(), one.payload())));
        notes.document(page.tweets().size() + page.rejected().size());
    }

    private void reject(Piece piece, String reason, byte[] json, BatchDraft batch) {
        batch.add(rejected(at(piece) + reason, text(json)));
        notes.broken();
    }

    private String at(Piece piece) {
        return file.name() + ", line " + piece.line() + ": ";
    }

    private Rejected rejected(String reason, String payload) {
        return new Rejected(clock.instant(), origin, Rejected.Stage.PARSE, reason, payload);
    }

    private static String text(byte[] json) {
        return new String(json, 0, Math.min(json.length, PieceReader.MAX_KEPT), StandardCharsets.UTF_8);
    }

    private Tweet attributed(Tweet tweet) {
        if (followed.isEmpty()
                || !tweet.followed().isEmpty()
                || tweet.entities().hashtags().isEmpty()) {
            return tweet;
        }
        return tweet.followedBy(followed.canonicalOf(tweet.entities().hashtags()));
    }
}
