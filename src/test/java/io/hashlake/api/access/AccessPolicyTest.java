package io.hashlake.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final String READ_TOKEN = "fedcba9876543210";
    private static final ApiTokens TOKENS = new ApiTokens(Optional.of(TOKEN), Optional.of(READ_TOKEN));
    private static final ApiTokens NONE = new ApiTokens(Optional.empty(), Optional.empty());

    private final AccessPolicy closed = new AccessPolicy(ReadAccess.TOKEN, TOKENS, false);
    private final AccessPolicy open = new AccessPolicy(ReadAccess.OPEN, NONE, false);

    @Test
    void changesNeedTheTokenThatOpensThem() {
        assertThat(granted(closed, Door.CHANGE, "Bearer " + TOKEN)).isTrue();
        assertThat(granted(closed, Door.CHANGE, "bearer " + TOKEN)).isTrue();
        assertThat(status(closed, Door.CHANGE, null)).isEqualTo(401);
        assertThat(status(closed, Door.CHANGE, "Bearer")).isEqualTo(401);
        assertThat(status(closed, Door.CHANGE, "Bearer 0123456789abcdeX")).isEqualTo(401);
        assertThat(status(closed, Door.CHANGE, "Bearer " + READ_TOKEN)).isEqualTo(401);
    }

    @Test
    void aPasswordThatABrowserRepeatsChangesNothing() {
        assertThat(status(closed, Door.CHANGE, basic("anybody", TOKEN))).isEqualTo(401);
    }

    @Test
    void readersNeedATokenWhereReadingIsClosed() {
        assertThat(granted(closed, Door.READ, "Bearer " + READ_TOKEN)).isTrue();
        assertThat(granted(closed, Door.READ, "Bearer " + TOKEN)).isTrue();
        assertThat(granted(closed, Door.READ, basic("", READ_TOKEN))).isTrue();
        assertThat(status(closed, Door.READ, null)).isEqualTo(401);
        assertThat(status(closed, Door.READ, basic(READ_TOKEN, ""))).isEqualTo(401);
        assertThat(status(closed, Door.READ, "Basic !")).isEqualTo(401);
        assertThat(granted(open, Door.READ, null)).isTrue();
    }

    @Test
    void probesNeedNone() {
        assertThat(granted(closed, Door.PROBE, null)).isTrue();
    }

    @Test
    void changesAreShutForAllWhereNoTokenIsConfigured() {
        assertThat(status(open, Door.CHANGE, "Bearer x")).isEqualTo(403);
    }

    @Test
    void unknownBearerTokensAreLeftToAProvider() {
        AccessPolicy policy = new AccessPolicy(ReadAccess.TOKEN, NONE, true);
        assertThat(policy.check(Door.CHANGE, "Bearer x.y.z")).isInstanceOf(Access.Deferred.class);
        assertThat(policy.check(Door.READ, "Bearer x.y.z")).isInstanceOf(Access.Deferred.class);
        assertThat(status(policy, Door.READ, basic("a", "x.y.z"))).isEqualTo(401);
        assertThat(status(policy, Door.CHANGE, null)).isEqualTo(401);
    }

    @Test
    void theRolesOfTheProviderSayWhatATokenOpens() {
        ProviderRoles roles = new ProviderRoles("r", "w");
        assertThat(roles.check(Door.READ, Set.of("r"))).isInstanceOf(Access.Granted.class);
        assertThat(roles.check(Door.READ, Set.of("w"))).isInstanceOf(Access.Granted.class);
        assertThat(roles.check(Door.CHANGE, Set.of("w"))).isInstanceOf(Access.Granted.class);
        assertThat(roles.check(Door.CHANGE, Set.of("r"))).isInstanceOf(Access.Refused.class);
        assertThat(roles.check(Door.READ, Set.of())).isInstanceOf(Access.Refused.class);
        assertThatThrownBy(() -> new ProviderRoles("", "w")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readingIsNotClosedToEverybody() {
        assertThatThrownBy(() -> new AccessPolicy(ReadAccess.TOKEN, NONE, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hashlake.api.read-token");
    }

    @Test
    void tokensMustNotBeShortAndAreNotRepeated() {
        assertThatThrownBy(() -> new ApiTokens(Optional.of("secret"), Optional.empty()))
                .hasMessageContaining("hashlake.api.token")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new ApiTokens(Optional.empty(), Optional.of("secret")))
                .hasMessageContaining("hashlake.api.read-token")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNotKnownToBeHarmlessCountsAsAChange() {
        assertThat(Door.of("GET", "/q/health")).isEqualTo(Door.PROBE);
        assertThat(Door.of("GET", "/")).isEqualTo(Door.READ);
        assertThat(Door.of("HEAD", "/api/v1/totals")).isEqualTo(Door.READ);
        assertThat(Door.of("POST", "/api/v1/sql")).isEqualTo(Door.READ);
        assertThat(Door.of("POST", "/api/v1/sql/x")).isEqualTo(Door.CHANGE);
        assertThat(Door.of("POST", "/q/health")).isEqualTo(Door.CHANGE);
        assertThat(Door.of("PATCH", "/api/v1/new")).isEqualTo(Door.CHANGE);
    }

    @Test
    void credentialsDoNotShowTheirSecret() {
        assertThat(Credentials.of("Bearer " + TOKEN))
                .hasValueSatisfying(given -> assertThat(given.toString()).doesNotContain(TOKEN));
    }

    private static boolean granted(AccessPolicy policy, Door door, String header) {
        return policy.check(door, header) instanceof Access.Granted;
    }

    private static int status(AccessPolicy policy, Door door, String header) {
        return ((Access.Refused) policy.check(door, header)).problem().status();
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
