package io.hashlake.x.stream.client;

import java.time.Duration;

/** A stream that is being read, by one thread. */
public interface StreamConnection extends AutoCloseable {

    /**
     * The next line; waits for it.
     *
     * @throws StreamBrokenException when there will be none any more
     */
    RawLine next() throws StreamBrokenException, InterruptedException;

    @Override
    void close();

    /**
     * A line as received.
     *
     * @param bytes without the line's end; of a line that is too long its beginning
     * @param length of the whole line in bytes, its end not counted; 0 for a heartbeat
     * @param waited how long nothing had arrived before it did
     */
    record RawLine(byte[] bytes, long length, Duration waited) {

        /** Returns whether the line is only a heartbeat. */
        public boolean isHeartbeat() {
            return length == 0;
        }

        /** Returns whether only the line's beginning was kept. */
        public boolean isCut() {
            return length > bytes.length;
        }
    }
}
