package io.hashlake.api.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names under which this process may be asked. A name that anybody can register is one only if it is configured: otherwise the page
 * of a stranger could let its own name lead here, and a browser would show it everything (DNS rebinding).
 */
public final class HostNames {

    /** Key of the configured ones. */
    static final String KEY = "hashlake.api.hosts";

    private static final String ANY = "*";
    private static final String ANY_BELOW = "*.";
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-f:.]+]|[^\\s\\[\\]:@/?#\\\\]+)(?::(\\d{0,5}))?");
    private static final Pattern OCTETS = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern ALLOWED =
            Pattern.compile("\\*|(?:\\*\\.)?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");

    /** Names without a dot, and those below domains that nobody can register. */
    private static final Pattern INTERNAL =
            Pattern.compile("[a-z0-9_-]*[a-z][a-z0-9_-]*|.+\\.(?:svc|cluster\\.local|internal)");

    private final boolean isLoopback;
    private final List<String> configured;

    /**
     * @param isLoopback only this machine can reach the process, so that no other name than the loopback interface's is taken unasked
     * @param configured names, names below a domain such as {@code *.example.org}, or {@code *} for any
     * @throws IllegalArgumentException if one is not of that form
     */
    public HostNames(boolean isLoopback, List<String> configured) {
        this.isLoopback = isLoopback;
        this.configured = configured.stream().map(HostNames::required).toList();
    }

    /** Host in lower case and port of an authority; empty where it is malformed. */
    static Optional<Authority> parse(String authority) {
        Matcher parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        return parts.matches() ? Optional.of(new Authority(canonical(parts.group(1)), port(parts))) : Optional.empty();
    }

    /** A host, without the dot that may end its name, and the port if there is one. */
    record Authority(String host, Optional<String> port) {}

    boolean allow(String host) {
        return isUnasked(host) || configured.stream().anyMatch(name -> matches(name, host));
    }

    private boolean isUnasked(String host) {
        Optional<InetAddress> address = address(host);
        if (host.equals("localhost")) {
            return true;
        }
        return isLoopback
                ? address.filter(InetAddress::isLoopbackAddress).isPresent()
                : address.isPresent() || INTERNAL.matcher(host).matches();
    }

    /** Of a literal; a name is never looked up. */
    private static Optional<InetAddress> address(String host) {
        if (!host.startsWith("[") && !OCTETS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean matches(String name, String host) {
        return name.equals(ANY) || name.equals(host) || name.startsWith(ANY_BELOW) && host.endsWith(name.substring(1));
    }

    private static String required(String name) {
        String lower = canonical(name.toLowerCase(Locale.ROOT));
        if (!ALLOWED.matcher(lower).matches()) {
            throw new IllegalArgumentException(
                    KEY + " = '" + name
                            + "': must be names such as lake.example.org or *.example.org, without scheme and port, or * for any");
        }
        return lower;
    }

    private static String canonical(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Optional<String> port(Matcher parts) {
        return Stream.ofNullable(parts.group(2)).filter(port -> !port.isEmpty()).findFirst();
    }
}
