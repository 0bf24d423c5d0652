package io.hashlake.app.http;

import io.hashlake.api.access.HeadLimits;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refusals of request heads that the decoder cannot read. Vert.x answers these itself, before any route, with a status and no
 * body.
 */
record UnreadHead(HeadLimits limits) {

    private static final Pattern WITHOUT_BODY =
            Pattern.compile("(?is)HTTP/1\\.[01] (\\d{3}) .*\r\ncontent-length: 0\r\n.*");

    /** Returns the response to send in place of Vert.x's, which is not consumed. */
    Optional<ByteBuf> inPlaceOf(ByteBuf response) {
        Matcher refusal = WITHOUT_BODY.matcher(response.toString(StandardCharsets.US_ASCII));
        return refusal.matches()
                ? limits.problem(Integer.parseInt(refusal.group(1))).map(ProblemResponse::bytes)
                : Optional.empty();
    }
}
