package io.hashlake.api.access;

import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import java.util.Optional;

/**
 * Limits of the part of a request before its body.
 *
 * @param lineBytes of the request line
 * @param headerBytes of all headers
 */
public record HeadLimits(int lineBytes, int headerBytes) {

    /** The problem for a status with which the server refuses a head that it cannot read. */
    public Optional<Problem> problem(int status) {
        return switch (status) {
            case 400 ->
                Optional.of(ProblemType.INVALID_REQUEST.because(
                        "the request is not HTTP, or its address or headers cannot be decoded"));
            case 414 ->
                Optional.of(
                        ProblemType.URI_TOO_LONG.because(
                                "the request line has more than " + lineBytes
                                        + " bytes: give fewer or shorter parameters, or raise quarkus.http.limits.max-initial-line-length"));
            case 431 ->
                Optional.of(ProblemType.HEADERS_TOO_LARGE.because("the headers have more than " + headerBytes
                        + " bytes: send fewer or shorter ones, or raise quarkus.http.limits.max-header-size"));
            default -> Optional.empty();
        };
    }
}
