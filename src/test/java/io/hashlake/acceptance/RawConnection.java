package io.hashlake.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection over which a client sends whatever it likes, or nothing. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    RawConnection(HashlakeProcess process) throws IOException {
        URI address = URI.create(process.address());
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What comes until the server ends the connection. */
    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What comes until it ends with this text, or the server ends the connection. */
    String readUntil(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (next >= 0 && text.indexOf(end, text.length() - end.length()) < 0) {
            next = socket.getInputStream().read();
            if (next >= 0) {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
