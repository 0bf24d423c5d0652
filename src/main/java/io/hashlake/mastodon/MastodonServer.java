package io.hashlake.mastodon;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A server of Mastodon.
 *
 * @param base its address
 */
public record MastodonServer(URI base) {

    public MastodonServer {
        if (base.getHost() == null) {
            throw new IllegalArgumentException("'" + base + "' is no server: write its name, as mastodon.social");
        }
    }

    /** Reads names separated by commas; a whole address is for servers without TLS. */
    public static List<MastodonServer> list(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(MastodonServer::of)
                .toList();
    }

    private static MastodonServer of(String name) {
        return new MastodonServer(URI.create(name.contains("://") ? name : "https://" + name));
    }

    String host() {
        return base.getHost().toLowerCase(Locale.ROOT);
    }

    /** Returns a name that can be part of an origin's. */
    public String label() {
        return base.getPort() < 0 ? host() : host() + "-" + base.getPort();
    }
}
