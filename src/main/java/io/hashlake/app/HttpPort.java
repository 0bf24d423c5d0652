package io.hashlake.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The address at which the API listens. */
final class HttpPort {

    private static final int DEFAULT = 8080;

    private HttpPort() {}

    /** @throws StartProblems if nothing can listen there, which Quarkus would find out after everything else has been started */
    static void requireFree(Config config) {
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        int port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(DEFAULT);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartProblems(List.of(problem("quarkus.http.port", host, port, e)));
        }
    }

    /** One line that names the property. */
    static String problem(String property, String host, int port, IOException reason) {
        return property + " = " + port + ": cannot listen on " + host + ":" + port + " (" + reason.getMessage()
                + "); stop what listens there, or set another port, 0 for any that is free";
    }
}
