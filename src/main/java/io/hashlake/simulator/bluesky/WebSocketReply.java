package io.hashlake.simulator.bluesky;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's side of a WebSocket, as far as it takes to send texts. */
final class WebSocketReply {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final int MAX_HEAD = 16_384;
    private static final int FINAL_TEXT = 0x81;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int LARGEST_OF_16_BITS = 0xffff;

    private final OutputStream out;

    private WebSocketReply(OutputStream out) {
        this.out = out;
    }

    /** Reads the head of a request, up to the empty line. */
    static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Accepts the request with this head. */
    static WebSocketReply accept(String head, Socket socket) throws IOException {
        Matcher key = KEY.matcher(head);
        if (!key.find()) {
            throw new IOException("the request is not one for a WebSocket");
        }
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key.group(1)) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return new WebSocketReply(out);
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    void send(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) FINAL_TEXT);
        if (payload.length < LENGTH_OF_16_BITS) {
            frame.put((byte) payload.length);
        } else if (payload.length <= LARGEST_OF_16_BITS) {
            frame.put((byte) LENGTH_OF_16_BITS).putShort((short) payload.length);
        } else {
            frame.put((byte) LENGTH_OF_64_BITS).putLong(payload.length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }
}
