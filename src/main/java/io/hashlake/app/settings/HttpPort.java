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
    private static final String TLS_KEY = "quarkus.http.ssl-port";
    private static final int DEFAULT = 8080;
    private static final int TLS_DEFAULT = 8443;
    private static final int LAST = 65_535;

    private HttpPort() {}

    private static boolean isPort(int number) {
        return number >= 0 && number <= LAST;
    }

    /** @throws IllegalArgumentException if what is configured is no port */
    static int of(Config config) {
        String key = key(config);
        String given = config.getConfigValue(key).getValue();
        if (given == null) {
            return key.equals(KEY) ? DEFAULT : TLS_DEFAULT;
        }
        return number(given)
                .filter(HttpPort::isPort)
                .orElseThrow(
                        () -> new IllegalArgumentException(ConfigProblems.wrong(key, given, "must be 0 to " + LAST)));
    }

    /** The address to which clients are sent: that of TLS where plain HTTP is refused or redirected. */
    public static String address(Config config) {
        String scheme = key(config).equals(KEY) ? "http" : "https";
        return scheme + "://" + host(config) + ":" + of(config);
    }

    private static String key(Config config) {
        boolean isPlain = config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .orElse("enabled")
                .equalsIgnoreCase("enabled");
        return isPlain ? KEY : TLS_KEY;
    }

    private static String host(Config config) {
        return config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
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
        String host = host(config);
        int port = of(config);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartException(List.of(problem(key(config), host, port, e)));
        }
    }

    /** One line that names the property. */
    public static String problem(String property, String host, int port, IOException reason) {
        return property + " = " + port + ": cannot listen on " + host + ":" + port + " (" + reason.getMessage()
                + "); stop what listens there, or set another port, 0 for any that is free";
    }
}
