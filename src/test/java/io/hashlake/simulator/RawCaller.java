package io.hashlake.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that knows nothing of HTTP but how to ask, and takes whatever comes until the connection is closed. */
final class RawCaller {

    private RawCaller() {}

    static String get(URI uri) throws IOException {
        return get(uri, uri.getRawPath() + "?" + uri.getRawQuery(), "Host: localhost");
    }

    /** @param head the headers, without an end of line behind the last one */
    static String get(URI server, String target, String head) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\n" + head + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
