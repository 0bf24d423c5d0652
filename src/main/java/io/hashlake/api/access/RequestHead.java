package io.hashlake.api.access;

import java.util.List;
import java.util.Set;

/**
 * As much of a request as says whom it is for and who had it sent.
 *
 * @param target from the request line; a whole address where a client takes this process for a proxy
 * @param hosts headers {@code Host}, and HTTP/2's {@code :authority}
 * @param origins headers {@code Origin}
 * @param mayLackHost the version of HTTP does without: no browser speaks it
 */
public record RequestHead(String method, String target, List<String> hosts, List<String> origins, boolean mayLackHost) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public RequestHead {
        hosts = List.copyOf(hosts);
        origins = List.copyOf(origins);
    }

    boolean isReading() {
        return READING.contains(method);
    }
}
