package io.hashlake.x.client;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * Response as received.
 *
 * @param body whole, and empty where a stream was opened
 * @param stream a body without end; null where there is none
 */
public record HttpReply(int status, HttpHeaders headers, byte[] body, InputStream stream) {

    HttpReply(int status, HttpHeaders headers, byte[] body) {
        this(status, headers, body, null);
    }
}
