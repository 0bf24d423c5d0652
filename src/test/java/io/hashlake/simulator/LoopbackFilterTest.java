package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServerTest
class LoopbackFilterTest {

    @Test
    void onlyNamesOfTheLoopbackInterfaceLeadToTheSimulator() throws IOException {
        try (Simulator simulator = Simulator.start(TestSimulator.settings(), Clock.systemUTC(), 0)) {
            for (String path : List.of("/2/usage/tweets", "/simulator/requests")) {
                for (String host : List.of("localhost", "127.0.0.1:8090", "[::1]:80")) {
                    assertThat(RawCaller.get(simulator.baseUri(), path, "Host: " + host))
                            .doesNotStartWith("HTTP/1.1 421 ");
                }
                for (String head : List.of(
                        "Host: evil.example",
                        "Host: localhost.evil.example",
                        "Host: localhost\r\nHost: evil.example",
                        "Accept: */*")) {
                    assertThat(RawCaller.get(simulator.baseUri(), path, head))
                            .as(head)
                            .matches("(?s)HTTP/1.1 4(21|00) .*");
                }
            }
        }
    }
}
