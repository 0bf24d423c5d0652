package io.hashlake.files.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    private static final byte[] TEXT = "one two three".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SKIPPABLE = HexFormat.of().parseHex("5f2a4d1803000000616263");

    @ParameterizedTest
    @CsvSource({
        "1f8b0800, GZIP",
        "28b52ffd, ZSTD",
        "502a4d18, ZSTD",
        "5f2a4d18, ZSTD",
        "425a6839, BZIP2",
        "fd377a585a00, XZ",
        "7b226964, NONE",
        "'', NONE"
    })
    void isToldByTheFirstBytes(String head, Compression expected) {
        assertThat(Compression.of(HexFormat.of().parseHex(head))).isEqualTo(expected);
    }

    @Test
    void skippableFramesMayStandAnywhere() throws IOException {
        byte[] frame = Compressed.member(Compression.ZSTD, TEXT);

        assertThat(read(Compression.ZSTD, SKIPPABLE, frame, SKIPPABLE, SKIPPABLE, frame, SKIPPABLE))
                .isEqualTo("one two threeone two three");
        assertThat(read(Compression.ZSTD, SKIPPABLE)).isEmpty();
    }

    @Test
    void aSkippableFrameThatIsCutIsToldOf() {
        assertThatThrownBy(() -> read(Compression.ZSTD, Arrays.copyOf(SKIPPABLE, 9)))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 10, 128 << 10, 1 << 20, 5 << 20})
    void framesOfManyBlocksAreReadWhole(int size) throws IOException {
        byte[] plain = new byte[size];
        for (int i = 0; i < size; i++) {
            plain[i] = (byte) ('a' + (i * 31L + i / 977) % 23);
        }
        byte[] frame = Compressed.member(Compression.ZSTD, plain);

        assertThat(read(Compression.ZSTD, frame, frame).length()).isEqualTo(2 * size);
    }

    @Test
    void blocksBeforeADamagedOneAreNotLost() throws IOException {
        byte[] plain = new byte[1 << 20];
        new Random(7).nextBytes(plain);
        byte[] frame = Compressed.member(Compression.ZSTD, plain);
        byte[] cut = Arrays.copyOf(frame, frame.length / 2);

        ByteArrayOutputStream given = new ByteArrayOutputStream();
        try (InputStream in = Compression.ZSTD.plain(new StoredBytes(new ByteArrayInputStream(cut)))) {
            assertThatThrownBy(() -> in.transferTo(given)).isInstanceOf(EOFException.class);
        }
        assertThat(given.size()).isGreaterThanOrEqualTo(cut.length - (128 << 10) - 100);
        assertThat(plain).startsWith(given.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        // A window of 256 MiB, and one of 2 GiB; dictionary 5.
        "28b52ffd00900d000061, more than 128 MiB",
        "28b52ffd00a80d000061, more than 128 MiB",
        "28b52ffd015005090000 61, a dictionary"
    })
    void framesThatNeedMoreThanTheFileAreToldApartFromDamagedOnes(String frame, String reason) {
        byte[] bytes = HexFormat.of().parseHex(frame.replace(" ", ""));

        assertThatThrownBy(() -> read(Compression.ZSTD, bytes))
                .isInstanceOf(DamagedException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("decompress it first (zstd -d")
                .message()
                .doesNotContain("damaged");
    }

    @Test
    void aHeaderOfGzipMayHoldNamesAndMore() throws IOException {
        byte[] member = Compressed.member(Compression.GZIP, TEXT);
        byte[] body = Arrays.copyOfRange(member, 10, member.length);
        byte[] header = HexFormat.of().parseHex("1f8b081c000000000003" + "0300aabbcc" + "6e616d6500" + "6300");

        assertThat(read(Compression.GZIP, header, body, member)).isEqualTo("one two threeone two three");
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void emptyMembersAreNoEnd(Compression format) throws IOException {
        byte[] empty = Compressed.member(format, new byte[0]);
        byte[] member = Compressed.member(format, TEXT);

        assertThat(read(format, empty, member, empty, member)).isEqualTo("one two threeone two three");
    }

    private static String read(Compression format, byte[]... parts) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            stored.writeBytes(part);
        }
        try (InputStream in = format.plain(new StoredBytes(new ByteArrayInputStream(stored.toByteArray())))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
