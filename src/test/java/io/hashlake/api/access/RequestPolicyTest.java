package io.hashlake.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.api.problem.Problem;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPolicyTest {

    private final RequestPolicy loopback = new RequestPolicy(new HostNames(true, List.of()));
    private final RequestPolicy reachable = new RequestPolicy(new HostNames(false, List.of()));
    private final RequestPolicy configured =
            new RequestPolicy(new HostNames(true, List.of("Lake.Example.org.", "*.data.example.org", "[fd00::1]")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "localhost.:80",
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.8.9.10",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "localhost:"
            })
    void namesOfTheLoopbackInterfaceAreAllowed(String host) {
        assertThat(status(loopback, host)).isZero();
        assertThat(status(reachable, host)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.localhost.example",
                "127.0.0.1@evil.example",
                "evil.example#localhost",
                "127.0.0.1:8080:80",
                "127.1.evil",
                "[::1].evil.example",
                "[::g]",
                "[]",
                "127.0.0.256",
                "svc",
                "xn--lcalhost-54a",
                "localhost,evil.example",
                "localhost evil.example",
                ":8080",
                "",
                "localhost:x",
                "localhost:123456"
            })
    void otherNamesAreNot(String host) {
        assertThat(status(loopback, host)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3:8080", "[fd00::7]:8080", "0.0.0.0", "192.168.0.1", "hashlake", "lake.ns.svc"})
    void whereOthersCanReachItWhatNobodyCanRegisterIsAllowed(String host) {
        assertThat(status(reachable, host)).isZero();
        assertThat(status(loopback, host)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "hashlake.dev", "2130706433", "evil.svc.example", "printer.local", ".svc"})
    void whereOthersCanReachItWhatAnybodyCanRegisterIsNot(String host) {
        assertThat(status(reachable, host)).isEqualTo(421);
    }

    @Test
    void configuredNamesAreAllowedOnAnyPort() {
        assertThat(status(configured, "lake.example.ORG:8443")).isZero();
        assertThat(status(configured, "a.b.data.example.org")).isZero();
        assertThat(status(configured, "[fd00::1]:1")).isZero();
        assertThat(status(configured, "localhost")).isZero();
        assertThat(status(configured, "data.example.org")).isEqualTo(421);
        assertThat(status(configured, "evildata.example.org")).isEqualTo(421);
        assertThat(status(new RequestPolicy(new HostNames(true, List.of("*"))), "any.example"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://lake.example.org", "lake.example.org:8443", "lake/x", "a.*.org", "a..b", "ä.org"})
    void whatIsNoNameIsRefusedWithWhatToWrite(String name) {
        assertThatThrownBy(() -> new HostNames(true, List.of(name)))
                .hasMessageContainingAll(
                        "hashlake.api.hosts = '" + name + "'", "lake.example.org", "without scheme and port");
    }

    @Test
    void theRefusalSaysWhatToConfigure() {
        assertThat(loopback.refusal(head("GET", "/", List.of("evil.example"), List.of())))
                .hasValueSatisfying(
                        problem -> assertThat(problem.detail()).contains("\"evil.example\"", "hashlake.api.hosts"));
    }

    @Test
    void aRequestHasOneHost() {
        assertThat(status(loopback, head("GET", "/", List.of("localhost", "localhost"), List.of())))
                .isEqualTo(400);
        assertThat(status(loopback, head("GET", "/", List.of(), List.of()))).isEqualTo(400);
        assertThat(status(loopback, new RequestHead("GET", "/", List.of(), List.of(), true)))
                .isZero();
    }

    @Test
    void theHostOfAWholeAddressCountsToo() {
        assertThat(status(loopback, head("GET", "http://evil.example/api", List.of("localhost"), List.of())))
                .isEqualTo(421);
        assertThat(status(loopback, head("GET", "HTTP://localhost:80/api", List.of("localhost"), List.of())))
                .isZero();
        assertThat(status(loopback, head("GET", "/?x=http://evil.example/", List.of("localhost"), List.of())))
                .isZero();
    }

    @Test
    void onlyPagesServedHereSendAnythingButQuestions() {
        assertThat(status(loopback, post("127.0.0.1:8080", "http://127.0.0.1:8080")))
                .isZero();
        assertThat(status(configured, post("lake.example.org", "https://lake.example.org")))
                .isZero();
        assertThat(status(configured, post("lake.example.org:443", "https://lake.example.org")))
                .isZero();
        assertThat(status(loopback, post("localhost", "http://localhost:80"))).isZero();
        for (String origin : List.of(
                "https://evil.example",
                "http://localhost:3000",
                "http://127.0.0.1:8080",
                "https://localhost:80",
                "null",
                "",
                "file://")) {
            assertThat(status(loopback, post("localhost:8080", origin)))
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(status(loopback, head("GET", "/", List.of("localhost"), List.of("https://evil.example"))))
                .isZero();
    }

    @Property
    void anyTextIsAnswered(@ForAll String host, @ForAll String target, @ForAll String origin) {
        RequestHead head = head("POST", target, List.of(host), List.of(origin));
        assertThat(status(loopback, head)).isIn(0, 400, 403, 421);
        assertThat(status(reachable, head)).isIn(0, 400, 403, 421);
    }

    private static RequestHead post(String host, String origin) {
        return head("POST", "/", List.of(host), List.of(origin));
    }

    private static int status(RequestPolicy policy, String host) {
        return status(policy, head("GET", "/", List.of(host), List.of()));
    }

    /** Of the refusal; 0 where there is none. */
    private static int status(RequestPolicy policy, RequestHead head) {
        return policy.refusal(head).map(Problem::status).orElse(0);
    }

    private static RequestHead head(String method, String target, List<String> hosts, List<String> origins) {
        return new RequestHead(method, target, hosts, origins, false);
    }
}
