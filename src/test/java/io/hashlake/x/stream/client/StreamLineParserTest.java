package io.hashlake.x.stream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.StreamLine;
import io.hashlake.x.json.draft.MatchedRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StreamLineParserTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final StreamLineParser parser = new StreamLineParser();

    @Test
    void aPostComesWithItsAuthorAndTheRulesThatItMatched() throws Exception {
        StreamLine line = parse("""
                {"data":{"id":"7","text":"hi","author_id":"5","created_at":"2026-11-22T11:00:00.000Z"},
                 "includes":{"users":[{"id":"5","username":"ada","name":"Ada"}]},
                 "matching_rules":[{"id":"1","tag":"hashlake:a"},{"id":"2"}]}""");
        assertThat(line.tweets()).hasSize(1);
        assertThat(line.tweets().get(0).author().username()).isEqualTo("ada");
        assertThat(line.tweets().get(0).observedAt()).isEqualTo(NOW);
        assertThat(line.matchedRules()).containsExactly(new MatchedRule("1", "hashlake:a"), new MatchedRule("2", null));
    }

    @Test
    void idsOfRulesMayBeNumbers() throws Exception {
        StreamLine line = parse("""
                {"matching_rules":[{"id":1595477170540503041,"tag":null,"new":{"a":1}}],
                 "data":{"id":"7","text":"hi","author_id":"5","created_at":"2026-11-22T11:00:00.000Z"}}""");
        assertThat(line.matchedRules()).containsExactly(new MatchedRule("1595477170540503041", null));
    }

    @Test
    void anEndThatXAnnouncesIsNamed() {
        assertThatThrownBy(() -> parse("""
                {"errors":[{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect",
                 "detail":"This stream has been disconnected upstream for operational reasons.",
                 "type":"https://api.x.com/2/problems/operational-disconnect"}]}"""))
                .hasMessageContaining("upstream for operational reasons")
                .asInstanceOf(InstanceOfAssertFactories.type(StreamBrokenException.class))
                .returns("upstream_operational_disconnect", StreamBrokenException::type);
    }

    @Test
    void anEndOfAKindThatIsNewIsUnknownAndNoLabel() {
        assertThatThrownBy(() -> parse("{\"title\":\"t\",\"disconnect_type\":\"Some Free Text\"}"))
                .asInstanceOf(InstanceOfAssertFactories.type(StreamBrokenException.class))
                .returns("unknown", StreamBrokenException::type);
    }

    @Test
    void aLineWithErrorsAndWithoutAPostIsRejectedAndSaysWhy() {
        assertThatThrownBy(() -> parse("{\"errors\":[{\"title\":\"Not Found Error\",\"detail\":\"no such user\"}]}"))
                .isInstanceOf(MalformedPageException.class)
                .hasMessageContaining("no post")
                .hasMessageContaining("no such user");
    }

    @Test
    void aPostWithErrorsBesideItIsTaken() throws Exception {
        StreamLine line = parse("""
                {"data":{"id":"7","text":"hi","author_id":"5","created_at":"2026-11-22T11:00:00.000Z"},
                 "errors":[{"title":"Not Found Error","detail":"no such user"}]}""");
        assertThat(line.tweets()).hasSize(1);
    }

    @Test
    void whatIsNoUtf8IsRejected() {
        byte[] bytes = "{\"data\":{\"id\":\"7\",\"text\":\"??\"}}".getBytes(StandardCharsets.UTF_8);
        bytes[26] = (byte) 0xc3;
        bytes[27] = (byte) 0x28;
        assertThatThrownBy(() -> parser.parse(bytes, "x", NOW)).isInstanceOf(MalformedPageException.class);
    }

    @Test
    void aRealStreamIsReadToItsEnd() throws IOException {
        Path samples = Path.of("../shared/x-api/samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "the samples are not here");
        int posts = 0;
        for (Path file : Files.walk(samples)
                .filter(path -> path.toString().contains("stream"))
                .filter(Files::isRegularFile)
                .toList()) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                posts += posts(line);
            }
        }
        assertThat(posts).isPositive();
    }

    private int posts(String line) {
        try {
            return parser.parse(line.getBytes(StandardCharsets.ISO_8859_1), "x", NOW)
                    .tweets()
                    .size();
        } catch (MalformedPageException | StreamBrokenException e) {
            return 0;
        }
    }

    private StreamLine parse(String json) throws MalformedPageException, StreamBrokenException {
        return parser.parse(json.getBytes(StandardCharsets.UTF_8), "x", NOW);
    }
}
