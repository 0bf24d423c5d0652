package io.hashlake.x.stream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.x.stream.client.StreamConnection.RawLine;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int LIMIT = 100_000;

    @Test
    void takesLinesApart() throws IOException {
        LineReader lines = reader("one\r\ntwo\n\r\n\nthree\r\nrest");
        assertThat(text(lines.next())).isEqualTo("one");
        assertThat(text(lines.next())).isEqualTo("two");
        assertThat(lines.next().isHeartbeat()).isTrue();
        assertThat(lines.next().isHeartbeat()).isTrue();
        assertThat(text(lines.next())).isEqualTo("three");
        assertThatThrownBy(lines::next).isInstanceOf(EOFException.class);
    }

    @Test
    void keepsTheBeginningOfALineThatIsTooLongAndGoesOn() throws IOException {
        long length = 30L << 20;
        InputStream endless = new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : '\n';
            }

            @Override
            public int read(byte[] bytes, int offset, int count) {
                int many = (int) Math.min(Math.max(1, left), count);
                java.util.Arrays.fill(bytes, offset, offset + many, (byte) (left > 0 ? 'x' : '\n'));
                left -= many;
                return many;
            }
        };
        LineReader lines = new LineReader(endless, LIMIT);
        RawLine tooLong = lines.next();
        assertThat(tooLong.isCut()).isTrue();
        assertThat(tooLong.length()).isEqualTo(length);
        assertThat(tooLong.bytes()).hasSizeLessThanOrEqualTo(1 << 16).containsOnly('x');
        assertThat(lines.next().isHeartbeat()).isTrue();
    }

    @Property(tries = 100)
    void whateverTheLinesAndHoweverTheyArriveTheyComeOutWhole(
            @ForAll @Size(max = 8) List<@IntRange(max = 150_000) Integer> lengths, @ForAll Random random)
            throws IOException {
        StringBuilder sent = new StringBuilder();
        lengths.forEach(length -> sent.append("y".repeat(length)).append(random.nextBoolean() ? "\r\n" : "\n"));
        LineReader lines = new LineReader(dribble(sent.toString(), random), LIMIT);
        List<Long> received = new ArrayList<>();
        for (int length : lengths) {
            RawLine line = lines.next();
            received.add(line.length());
            assertThat(line.isCut()).isEqualTo(length > LIMIT);
            assertThat(length > LIMIT || line.bytes().length == length).isTrue();
        }
        assertThat(received).isEqualTo(lengths.stream().map(Integer::longValue).toList());
    }

    private static InputStream dribble(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(20_000)));
            }
        };
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LIMIT);
    }

    private static String text(RawLine line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
