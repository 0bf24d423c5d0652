package io.hashlake.core;

import java.time.Instant;
import java.util.Objects;

/**
 * What a source received at once, before anything was made of it: a page of an answer, a line of a stream or a file.
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
