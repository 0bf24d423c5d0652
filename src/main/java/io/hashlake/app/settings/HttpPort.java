package io.hashlake.app.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The address at which the API listens. */
public final class HttpPort {

    private static final String KEY = "quarkus.http.port";
    private static final int DEFAULT = 8080;
    private static final int LAST = 65_535;

    private HttpPort() {}

    private static boolean isPort(int number) {
        return number >= 0 && number <= LAST;
    }

    /** @throws IllegalArgumentException if what is configured is no port */
    static int of(Config config) {
        String given = config.getConfigValue(KEY).getValue();
        return given == null
                ? DEFAULT
                : number(given)
                        .filter(HttpPort::isPort)
                        .orElseThrow(() ->
                                new IllegalArgumentException(ConfigProblems.wrong(KEY, given, "must be 0 to " + LAST)));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @throws StartException if nothing can listen there, which Quarkus would find out after everything else has been started */
    public static void requireFree(Config config) {
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        int port = of(config);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartException(List.of(problem(KEY, host, port, e)));
        }
    }

    /** One line that names the property. */
    public static String problem(String property, String host, int port, IOException reason) {
        return property + " = " + port + ": cannot listen on " + host + ":" + port + " (" + reason.getMessage()
                + "); stop what listens there, or set another port, 0 for any that is free";
    }
}
