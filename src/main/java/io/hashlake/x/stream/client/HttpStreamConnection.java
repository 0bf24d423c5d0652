package io.hashlake.x.stream.client;

import io.hashlake.x.client.ContentDecoding;
import io.hashlake.x.client.HttpReply;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.function.UnaryOperator;

/** A stream over HTTP. */
final class HttpStreamConnection implements StreamConnection {

    private final HttpReply reply;
    private final int maxLineBytes;
    private final UnaryOperator<String> redaction;
    private LineReader lines;

    HttpStreamConnection(HttpReply reply, int maxLineBytes, UnaryOperator<String> redaction) {
        this.reply = reply;
        this.maxLineBytes = maxLineBytes;
        this.redaction = redaction;
    }

    @Override
    public RawLine next() throws StreamBrokenException, InterruptedException {
        try {
            return lines().next();
        } catch (SocketTimeoutException e) {
            throw new StreamBrokenException("silent", e.getMessage());
        } catch (InterruptedIOException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (EOFException e) {
            throw new StreamBrokenException("ended", "X ended the stream");
        } catch (IOException e) {
            throw new StreamBrokenException("network", redaction.apply(String.valueOf(e.getMessage())));
        }
    }

    /** Opens the body on first use, since a compressed stream cannot be opened before its first bytes have arrived. */
    private LineReader lines() throws IOException {
        if (lines == null) {
            lines = new LineReader(ContentDecoding.decoded(reply), maxLineBytes);
        }
        return lines;
    }

    @Override
    public void close() {
        try {
            reply.stream().close();
        } catch (IOException e) {
            // It is given up in any case.
        }
    }
}
