package io.hashlake.x.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server of one connection after the other that may break every rule of HTTP. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    /** What is done once a request was read. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Socket connection, OutputStream out) throws IOException;
    }

    public RawServer(Behaviour behaviour) throws IOException {
        Thread thread = new Thread(() -> serve(behaviour), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer answering(String text) throws IOException {
        return new RawServer((connection, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public URI uri() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    private void serve(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                readRequest(connection);
                behaviour.answer(connection, connection.getOutputStream());
                connection.getOutputStream().flush();
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
            line = lines.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
