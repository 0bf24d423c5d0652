package io.hashlake.api;

import io.hashlake.api.access.ReadAccess;
import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** The REST API. */
@ConfigMapping(prefix = "hashlake.api")
public interface ApiConfig {

    /** Bearer token for requests that change something, 16 characters or more. Without it, they are refused. */
    Optional<String> token();

    /** Token for requests that read, 16 characters or more, where `hashlake.api.read-access` is `token`; that of `hashlake.api.token` reads too. */
    Optional<String> readToken();

    /** Who may read API, dashboard and feed: `open`, everybody, or `token`. Health and metrics are always open. */
    @WithDefault("open")
    ReadAccess readAccess();

    /** Role that a token of the OIDC provider needs to read, where `hashlake.api.read-access` is `token`. */
    @WithDefault("hashlake-read")
    String readRole();

    /** Role that a token of the OIDC provider needs to change something, and with which it also reads. */
    @WithDefault("hashlake-write")
    String writeRole();

    /**
     * Host names under which this process may be asked, separated by commas, beside those that always are: `lake.example.org`,
     * `*.example.org`, or `*` for any. See [the API](api.md#names).
     */
    Optional<String> hosts();

    /** Number of exports of posts that run at once, 1 to 32; more are refused until one has ended. */
    @WithDefault("4")
    @Range(min = 1, max = 32)
    int exports();

    /** Time that a client may take for 1,000 posts of an export, 1 s or more; then it is cut off. */
    @WithDefault("1m")
    @DurationRange(min = "1s")
    Duration exportPatience();
}
