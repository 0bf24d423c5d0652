package io.hashlake.warehouse.sql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that end after so many bytes received: the server's error messages repeat values, and the driver reads them whole. The
 * driver makes this class by its name.
 */
public final class BoundedSockets extends SocketFactory {

    private final long bytes;

    /** @param bytes how many a socket may receive */
    public BoundedSockets(String bytes) {
        this.bytes = Long.parseLong(bytes);
    }

    @Override
    public Socket createSocket() {
        return new BoundedSocket(bytes);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    /** More was received than allowed. */
    static final class LimitExceededException extends IOException {

        LimitExceededException(long bytes) {
            super("more than " + bytes + " bytes came");
        }
    }

    private static final class BoundedSocket extends Socket {

        private final long bytes;
        private InputStream input;

        BoundedSocket(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (input == null) {
                input = new BoundedInput(super.getInputStream(), bytes);
            }
            return input;
        }
    }

    private static final class BoundedInput extends FilterInputStream {

        private final long bytes;
        private long received;

        BoundedInput(InputStream input, long bytes) {
            super(input);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws IOException {
            received += more;
            if (received > bytes) {
                throw new LimitExceededException(bytes);
            }
        }
    }
}
