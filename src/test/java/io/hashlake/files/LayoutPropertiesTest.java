package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.files.compression.Compressed;
import io.hashlake.files.compression.Compression;
import io.hashlake.source.FakeCursors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However posts are laid out and compressed, and wherever that is cut or damaged: nothing is lost without a word. */
class LayoutPropertiesTest {

    private static final FileSettings SETTINGS = new FileSettings(3, 4, 1 << 10, 250, false);
    private static final List<String> BETWEEN = List.of(
            "\n",
            "\r\n",
            "",
            ",",
            ",\n",
            "\n\n",
            "\u001e",
            "\n\u001e",
            " ",
            "\r",
            "\noops\n",
            "\n// x\n",
            "\r// x\r",
            "\n# x\u2028");
    private static final List<String> BEFORE = List.of(
            "",
            "[",
            "[\n",
            "\ufeff",
            "window.YTD.tweets.part0 = [",
            "// comment\n",
            "// comment\r",
            "/* a\n b */",
            "\n \n");

    @Property(tries = 300)
    void everyPostIsReadInAnyLayout(
            @ForAll @IntRange(min = 1, max = 12) int posts, @ForAll Random random, @ForAll Compression compression)
            throws Exception {
        byte[] text = text(posts, random);

        Read read = Read.of(compress(text, random, compression), SETTINGS);

        assertThat(read.ids).containsExactlyElementsOf(ids(posts));
        assertThat(read.outcome).isInstanceOf(FileOutcome.Done.class);
    }

    @Property(tries = 300)
    void readingOnFromEachBatchGivesEveryPostOnce(@ForAll @IntRange(min = 4, max = 12) int posts, @ForAll Random random)
            throws Exception {
        Path file = Files.write(Files.createTempFile("layout", ".json"), text(posts, random));
        FakeCursors cursors = new FakeCursors();
        RecordingOutput killed = new RecordingOutput();
        List<Long> committed = killed.killedAt(1 + random.nextInt(4), file, cursors, SETTINGS);
        RecordingOutput rest = new RecordingOutput();
        new FileSource(List::of, cursors, SETTINGS, Clock.systemUTC())
                .read(file, rest, progress -> {})
                .toCompletableFuture()
                .get();
        Files.delete(file);

        committed.addAll(rest.ids());
        assertThat(committed).containsExactlyElementsOf(ids(posts));
    }

    @Property(tries = 300)
    void aFileThatIsCutGivesThePostsBeforeAndSaysSo(
            @ForAll @IntRange(min = 1, max = 12) int posts, @ForAll Random random, @ForAll Compression compression)
            throws Exception {
        List<byte[]> members = members(text(posts, random), random, compression);
        byte[] whole = joined(members);
        int length = random.nextInt(whole.length);

        Read read = Read.of(Arrays.copyOf(whole, length), SETTINGS);

        assertThat(read.ids).isEqualTo(ids(read.ids.size()));
        if (compression != Compression.NONE && !isBetween(members, length)) {
            assertThat(read.ids.size() == posts || read.isToldOf()).isTrue();
        }
    }

    @Property(tries = 500)
    void postsThatADamagedByteCostsAreToldOf(
            @ForAll @IntRange(min = 3, max = 12) int posts, @ForAll Random random, @ForAll Compression compression)
            throws Exception {
        byte[] text = text(posts, random);
        Assume.that(!hasComment(text));
        byte[] bytes = compress(text, random, compression);

        damage(bytes, random);

        Read read = Read.of(bytes, SETTINGS);
        Set<Long> missing = missing(posts, read);
        assertThat(missing.isEmpty() || read.isToldOf())
                .as("missing %s, outcome %s", missing, read.outcome)
                .isTrue();
    }

    /** Where lines do not part documents, a quote may hide many of them. */
    @Property(tries = 500)
    void aDamagedByteCostsTwoPostsAtMostWhereEachHasALine(
            @ForAll @IntRange(min = 3, max = 12) int posts, @ForAll Random random) throws Exception {
        StringBuilder lines = new StringBuilder();
        ids(posts).forEach(id -> lines.append(TestFiles.tweet(id)).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);

        damage(bytes, random);

        assertThat(missing(posts, Read.of(bytes, SETTINGS))).hasSizeLessThanOrEqualTo(2);
    }

    /** Damage may stretch a comment over posts, which are then a part of it. */
    private static boolean hasComment(byte[] text) {
        String all = new String(text, StandardCharsets.UTF_8);
        return all.contains("//") || all.contains("/*") || all.contains("# ");
    }

    private static void damage(byte[] bytes, Random random) {
        byte[] damages = {'"', '{', '}', '[', ']', ',', ':', '\n', '\\', 0, (byte) 0xff, 'x'};
        bytes[random.nextInt(bytes.length)] = damages[random.nextInt(damages.length)];
    }

    private static Set<Long> missing(int posts, Read read) {
        Set<Long> missing = new HashSet<>(ids(posts));
        missing.removeAll(read.ids);
        return missing;
    }

    /** Documents of one layout after the other, compact or over many lines. */
    private static byte[] text(int posts, Random random) {
        StringBuilder text = new StringBuilder(pick(BEFORE, random));
        String between = pick(BETWEEN, random);
        boolean isMixed = random.nextInt(3) == 0;
        for (long id = 1; id <= posts; id++) {
            String post = TestFiles.tweet(id);
            boolean isPretty = random.nextInt(3) == 0;
            text.append(isPretty ? post.replace(",\"", ",\n  \"").replace("{\"", "{\n  \"") : post)
                    .append(isMixed ? pick(BETWEEN, random) : between);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static byte[] compress(byte[] plain, Random random, Compression compression) {
        return joined(members(plain, random, compression));
    }

    /** One or several of them. */
    private static List<byte[]> members(byte[] plain, Random random, Compression compression) {
        if (compression == Compression.NONE) {
            return List.of(plain);
        }
        List<byte[]> members = new ArrayList<>();
        for (int from = 0; from < plain.length; ) {
            int to = Math.min(plain.length, from + 1 + random.nextInt(plain.length));
            members.add(Compressed.member(compression, Arrays.copyOfRange(plain, from, to)));
            from = to;
        }
        return members;
    }

    private static byte[] joined(List<byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        members.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** A file that ends with a member is whole: nobody can see that others followed. */
    private static boolean isBetween(List<byte[]> members, int length) {
        int end = 0;
        for (byte[] member : members) {
            end += member.length;
            if (end == length) {
                return true;
            }
        }
        return false;
    }

    private static List<Long> ids(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private record Read(List<Long> ids, int rejected, FileOutcome outcome) {

        static Read of(byte[] bytes, FileSettings settings) throws Exception {
            Path file = Files.write(Files.createTempFile("layout", ".json"), bytes);
            RecordingOutput output = new RecordingOutput();
            FileOutcome outcome = new FileSource(List::of, new FakeCursors(), settings, Clock.systemUTC())
                    .read(file, output, progress -> {})
                    .toCompletableFuture()
                    .get();
            Files.delete(file);
            return new Read(output.ids(), output.rejected().size(), outcome);
        }

        boolean isToldOf() {
            return rejected > 0
                    || !(outcome instanceof FileOutcome.Done done)
                    || !done.note().isEmpty();
        }
    }
}
