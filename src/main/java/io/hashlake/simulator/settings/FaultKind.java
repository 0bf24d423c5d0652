package io.hashlake.simulator.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kind of fault in a request or on a stream. */
public enum FaultKind {
    /** 429 with the limit's headers, reset three seconds ahead. */
    RATE_LIMITED(Stage.REFUSAL),
    /** 429 because the month's cap is reached. */
    USAGE_CAPPED(Stage.REFUSAL),
    /** 402. */
    CREDITS_DEPLETED(Stage.REFUSAL),
    /** 401. */
    UNAUTHORIZED(Stage.REFUSAL),
    /** 403. */
    FORBIDDEN(Stage.REFUSAL),
    /** 503 with an HTML body. */
    UNAVAILABLE(Stage.REFUSAL),
    /** 200 with JSON that ends in the middle. */
    BROKEN_JSON(Stage.TRANSPORT),
    /** 200 with half of the bytes that Content-Length promises, then the connection is closed. */
    HALF_BODY(Stage.TRANSPORT),
    /** 200 whose body goes on until the client leaves, at most ten minutes. */
    ENDLESS_BODY(Stage.TRANSPORT),
    /** The right answer, two seconds late. */
    SLOW(Stage.TRANSPORT),
    /** The connection is dropped without an answer. */
    RESET(Stage.TRANSPORT),
    /** Content-Encoding says gzip, the bytes are not. */
    LYING_GZIP(Stage.TRANSPORT),
    /** Search answers without posts; while paging it gives the same continuation again. */
    EMPTY_PAGE(Stage.PAGE),
    /** Search answers without posts and with a new continuation, behind which they are. */
    EMPTY_PAGE_ONWARD(Stage.PAGE),
    /** Search answers without posts and without a continuation, as if there were no more. */
    EMPTY_PAGE_END(Stage.PAGE),
    /** The page's continuation is the one by which it was asked for. */
    REPEATED_TOKEN(Stage.PAGE),
    /** The page's continuation leads back to the first page. */
    TOKEN_BACK(Stage.PAGE),
    /** The page's continuation is a new one and leads to the same page. */
    SAME_PAGE_AGAIN(Stage.PAGE),
    /**
     * The page's {@code meta} has an empty string for each field that would be missing, {@code next_token} included.
     */
    EMPTY_META(Stage.PAGE),
    /** The page has no continuation, whatever follows it. */
    LOST_TOKEN(Stage.PAGE),
    /** {@code result_count} tells three posts more than the page has. */
    WRONG_COUNT(Stage.PAGE),
    /** Every fifth post is left out, but counted. */
    LOST_POSTS(Stage.PAGE),
    /** Every second post of the page is there twice. */
    DUPLICATE(Stage.PAGE),
    /** The page's posts are in no order. */
    OUT_OF_ORDER(Stage.PAGE),
    /** 200 with posts and, beside them, {@code errors}. */
    PARTIAL_ERRORS(Stage.PAGE),
    /** One more item in {@code data} which is no post: its text is missing. */
    BROKEN_TWEET(Stage.PAGE),
    /** One more item in {@code data} with five million characters of text. */
    HUGE_TWEET(Stage.PAGE),
    /** A stream ends with this {@code disconnect_type}. */
    OPERATIONAL_DISCONNECT(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    UPSTREAM_OPERATIONAL_DISCONNECT(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    FORCE_DISCONNECT(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    UPSTREAM_UNCLEAN_DISCONNECT(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    SLOW_READER(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    INTERNAL_ERROR(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    CLIENT_APPLICATION_STATE_DEGRADED(Stage.STREAM),
    /** A stream ends with this {@code disconnect_type}. */
    INVALID_RULES(Stage.STREAM),
    /** A stream stays open and gives neither posts nor heartbeats any more. */
    STALL(Stage.STREAM),
    /** A stream ends in the middle of its next post, as a stream properly ends. */
    CUT_LINE(Stage.LINE),
    /** A stream's connection is dropped in the middle of its next post. */
    RESET_LINE(Stage.LINE),
    /** Before the next post of a stream there is a line with its first half. */
    BROKEN_LINE(Stage.LINE),
    /** The next post of a stream comes twice. */
    DUPLICATE_LINE(Stage.LINE),
    /** The next post of a stream is held back for {@link SimulatedStreamSettings#latest}; others overtake it. */
    LATE_LINE(Stage.LINE),
    /** A stream's connection still counts for {@link SimulatedStreamSettings#ghost} after its client went away. */
    GHOST(Stage.END);

    /** Stage at which a fault strikes. */
    public enum Stage {
        /** Instead of any work. */
        REFUSAL,
        /** In what a page of posts says; search only. */
        PAGE,
        /** On the way of a finished answer to the client. */
        TRANSPORT,
        /** On an open stream, at once. */
        STREAM,
        /** At the next post of an open stream. */
        LINE,
        /** The moment at which a stream's client goes away. */
        END
    }

    private final Stage stage;

    FaultKind(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /** Returns whether the fault strikes open streams, and so can be had by chance for their posts. */
    boolean strikesStreams() {
        return stage == Stage.STREAM || stage == Stage.LINE;
    }

    /** Every kind that befalls open streams. */
    public static List<FaultKind> ofStreams() {
        return Arrays.stream(values()).filter(FaultKind::strikesStreams).toList();
    }

    /** Its name over HTTP, such as {@code rate-limited}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException if there is none; says which there are
     */
    public static FaultKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called '" + name + "'; there are: "
                        + Arrays.stream(values()).map(FaultKind::toString).collect(Collectors.joining(", "))));
    }
}
