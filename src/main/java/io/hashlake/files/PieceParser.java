package io.hashlake.files;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.MalformedPage;
import io.hashlake.x.PageParser;
import io.hashlake.x.SearchPage;
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
    private final List<Hashtag> followed;
    private final Clock clock;

    /** @param followed to these of its hashtags a tweet is attributed */
    PieceParser(InputFile file, List<Hashtag> followed, Clock clock) {
        this.file = file;
        this.origin = file.origin();
        this.followed = followed;
        this.clock = clock;
    }

    void parse(Piece piece, BatchDraft batch) {
        byte[] content = piece.content();
        if (!piece.isWhole()) {
            reject(piece, "is " + piece.length() + " bytes long, too long to be parsed", content, batch);
        } else if (DeadLetterLine.isOne(content)) {
            parseLetter(piece, batch);
        } else {
            Instant now = clock.instant();
            parse(piece, content, file.changedAt().isBefore(now) ? file.changedAt() : now, batch);
        }
    }

    /** What is wrong with the file as a whole, which ends here for that. */
    Rejected unreadable(String reason, FilePosition at, byte[] rest) {
        String payload = rest.length == 0 ? file.name() : text(rest);
        return rejected(file.name() + " " + reason + ", after line " + at.line(), payload);
    }

    private void parseLetter(Piece piece, BatchDraft batch) {
        try {
            DeadLetterLine letter = DeadLetterLine.parse(piece.content());
            if (letter.tweet() == null) {
                parse(piece, letter.payload(), letter.at(), batch);
            } else {
                batch.add(attributed(letter.tweet()));
            }
        } catch (IllegalArgumentException e) {
            reject(piece, e.getMessage(), piece.content(), batch);
        }
    }

    private void parse(Piece piece, byte[] json, Instant observedAt, BatchDraft batch) {
        try {
            SearchPage page = PARSER.parseLine(json, origin, observedAt);
            page.tweets().forEach(tweet -> batch.add(attributed(tweet)));
            page.rejected().forEach(one -> batch.add(rejected(at(piece) + one.reason(), one.payload())));
        } catch (MalformedPage e) {
            reject(piece, e.messageAfter(piece.line() - 1), json, batch);
        }
    }

    private void reject(Piece piece, String reason, byte[] json, BatchDraft batch) {
        batch.add(rejected(at(piece) + reason, text(json)));
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
        return tweet.followedBy(tweet.entities().canonicalOf(followed));
    }
}
