package io.hashlake.mastodon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Access tokens for servers that show timelines to their users only. They are in no log: {@link #toString} omits them. */
final class MastodonTokens {

    private final Map<String, String> byHost;

    private MastodonTokens(Map<String, String> byHost) {
        this.byHost = byHost;
    }

    /**
     * Reads pairs {@code server=token}, separated by commas.
     *
     * @throws IllegalArgumentException if one is no pair; the message omits the tokens
     */
    static MastodonTokens parse(String pairs) {
        return new MastodonTokens(Arrays.stream(pairs.split(","))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(MastodonTokens::pair)
                .collect(Collectors.toMap(pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (a, b) -> b)));
    }

    private static String[] pair(String text) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2 || parts[0].isBlank() || !parts[1].matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "hashlake.mastodon.tokens has an entry that is no pair: write server=token, as mastodon.social=…");
        }
        return parts;
    }

    Optional<String> of(MastodonServer server) {
        return Optional.ofNullable(byHost.get(server.host()));
    }

    @Override
    public String toString() {
        return "tokens for " + byHost.keySet();
    }
}
