package io.hashlake.core;

import java.time.Instant;
import java.util.Objects;

/**
 * Payload as received, before parsing: a page of a response, a line of a stream or of a file.
 *
 * @param receivedAt when it was received
 * @param json the bytes as received, without the transfer's compression; nobody may change them. Two payloads are equal only
 *     if they hold the same array
 */
public record Payload(Instant receivedAt, byte[] json) {

    public Payload {
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(json, "json");
    }
}
