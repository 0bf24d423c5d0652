package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.api.json.Json;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.request.SqlStatement;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked is answered or refused as the asker's mistake. */
class ApiFuzzTest {

    private static final List<String> NAMES = List.of(
            "from",
            "to",
            "last",
            "zone",
            "limit",
            "cursor",
            "hashtag",
            "interval",
            "text",
            "author",
            "language",
            "sentiment",
            "user",
            "x");

    private final Api api = new Api();

    @Property(tries = 2000)
    void noParameterIsOurFault(
            @ForAll("endpoints") String endpoint,
            @ForAll("values") String path,
            @ForAll("parameters") Map<String, List<String>> given)
            throws IOException {
        try {
            Api.Answer answer = api.ask(endpoint, path, given);
            for (Format format : Format.values()) {
                assertThat(answer.written(new Encoding(format, false))).isNotNull();
            }
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 404);
            assertThat(Json.bytes(e.problem())).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void noAcceptHeaderIsOurFault(@ForAll("values") String header) {
        assertThat(Format.accepted(header, List.of(Format.values()))).isNotNull();
    }

    @Property(tries = 1000)
    void noBodyIsOurFault(@ForAll("values") String contentType, @ForAll byte[] body) {
        for (String type : List.of("text/plain", "application/json", contentType)) {
            try {
                assertThat(SqlStatement.read(type, body)).isNotNull();
            } catch (ProblemException e) {
                assertThat(e.problem().status()).isIn(400, 413, 415);
            }
        }
    }

    @Provide
    Arbitrary<String> endpoints() {
        return Arbitraries.of(api.endpoints());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of(
                        "",
                        "0",
                        "-1",
                        "1",
                        "1000",
                        "1001",
                        "24h",
                        "7d",
                        "9999999w",
                        "2026-01-01",
                        "2026-02-30",
                        "2026-01-01T00:00:00Z",
                        "+999999999-12-31T23:59:59Z",
                        "-999999999-01-01",
                        "UTC",
                        "GMT+3",
                        "America/Sao_Paulo",
                        "minute",
                        "DAY",
                        "saúde",
                        "#",
                        "##",
                        "a,b,,c",
                        "\0",
                        "\uD800",
                        "%",
                        "@x",
                        "negative",
                        "pt",
                        "*/*",
                        "text/*;q=2",
                        "application/json;q=",
                        "MTow",
                        "OjE",
                        "OTk5OTk5OTk5OTk5OTk5OTk5OjE"));
    }

    @Provide
    Arbitrary<Map<String, List<String>>> parameters() {
        return Arbitraries.maps(
                        Arbitraries.of(NAMES), values().list().ofMinSize(1).ofMaxSize(2))
                .ofMaxSize(5);
    }
}
