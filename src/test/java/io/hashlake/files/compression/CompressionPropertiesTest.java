package io.hashlake.files.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a compressed file ends or is damaged, its bytes are given whole, or their beginning and an error. */
class CompressionPropertiesTest {

    @Provide
    Arbitrary<Compression> formats() {
        return Arbitraries.of(Compression.GZIP, Compression.ZSTD, Compression.BZIP2, Compression.XZ);
    }

    @Property(tries = 200)
    void allMembersAreRead(
            @ForAll("formats") Compression format,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 3000) Integer> lengths,
            @ForAll @IntRange(max = 70_000) int padding)
            throws IOException {
        Written file = Written.of(format, lengths, padding);

        Read read = Read.of(format, file.stored);

        assertThat(read.failure).isNull();
        assertThat(read.plain).isEqualTo(file.plain);
    }

    @Property(tries = 400)
    void aFileThatIsCutGivesItsBeginningAndSaysSo(
            @ForAll("formats") Compression format,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 3000) Integer> lengths,
            @ForAll Random random)
            throws IOException {
        Written file = Written.of(format, lengths, 0);
        int cut = 1 + random.nextInt(file.stored.length);

        Read read = Read.of(format, Arrays.copyOf(file.stored, cut));

        assertThat(Arrays.copyOf(file.plain, read.plain.length)).isEqualTo(read.plain);
        if (file.ends.contains(cut)) {
            assertThat(read.failure).isNull();
        } else {
            assertThat(read.failure).isInstanceOf(EOFException.class);
        }
        int whole = (int) file.ends.stream().filter(end -> end <= cut).count();
        assertThat(read.plain.length)
                .isGreaterThanOrEqualTo(
                        lengths.stream().limit(whole).mapToInt(n -> n).sum());
    }

    @Property(tries = 600)
    void aByteThatIsChangedChangesNothingOrIsToldOf(
            @ForAll("formats") Compression format,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 3000) Integer> lengths,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        Written file = Written.of(format, lengths, 0);
        file.stored[random.nextInt(file.stored.length)] ^= (byte) change;

        Read read = Read.of(format, file.stored);

        if (read.failure == null) {
            assertThat(read.plain).isEqualTo(file.plain);
        }
    }

    @Property(tries = 200)
    void whatFollowsTheLastMemberAndIsNoneIsToldOf(
            @ForAll("formats") Compression format,
            @ForAll @IntRange(max = 3000) int length,
            @ForAll @IntRange(max = 100) int zeros,
            @ForAll @Size(min = 1, max = 200) byte[] more)
            throws IOException {
        Written file = Written.of(format, List.of(length), zeros);
        more[0] = 'x';

        Read read = Read.of(format, concat(file.stored, more));

        assertThat(read.plain).isEqualTo(file.plain);
        assertThat(read.failure).isInstanceOf(IOException.class);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static final class Written {
        private final byte[] stored;
        private final byte[] plain;
        private final List<Integer> ends = new ArrayList<>();

        private Written(Compression format, List<byte[]> members, int padding) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ByteArrayOutputStream contents = new ByteArrayOutputStream();
            for (byte[] member : members) {
                bytes.writeBytes(Compressed.member(format, member));
                contents.writeBytes(member);
                ends.add(bytes.size());
            }
            bytes.writeBytes(new byte[padding]);
            stored = bytes.toByteArray();
            plain = contents.toByteArray();
        }

        static Written of(Compression format, List<Integer> lengths, int padding) {
            Random random = new Random(lengths.hashCode());
            List<byte[]> members = lengths.stream()
                    .map(length -> {
                        byte[] bytes = new byte[length];
                        for (int i = 0; i < length; i++) {
                            bytes[i] = (byte) ('a' + random.nextInt(7));
                        }
                        return bytes;
                    })
                    .toList();
            return new Written(format, members, padding);
        }
    }

    private record Read(byte[] plain, IOException failure) {

        static Read of(Compression format, byte[] stored) throws IOException {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            try (InputStream in = format.plain(new StoredBytes(new ByteArrayInputStream(stored)))) {
                byte[] some = new byte[1000];
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    plain.write(some, 0, read);
                }
                return new Read(plain.toByteArray(), null);
            } catch (IOException e) {
                return new Read(plain.toByteArray(), e);
            }
        }
    }
}
