package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.core.Rejected;
import io.hashlake.files.compression.Compressed;
import io.hashlake.files.compression.Compression;
import io.hashlake.source.FakeCursors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands around posts in a file, all of them are read; and what no post can be read from is told of once. */
class LayoutsTest {

    private static final Path CASES = Path.of("../shared/cases");
    private static final FileSettings SETTINGS = new FileSettings(10, 4, 1 << 16, 250, false);

    @TempDir
    Path directory;

    private final RecordingOutput output = new RecordingOutput();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\nB\nC\n",
                "A\n\n \nB\r\n\r\nC",
                "A\rB\rC\r",
                "ABC",
                "A B\tC",
                "A,B,C",
                "A,\nB,\nC,\n",
                "A\n,B\n,C\n",
                "[A,B,C]",
                "[A,B,C]\n[A]",
                "[\nA,\nB,\nC\n]\n",
                "[A\n,B\n,C]",
                "[[A],[B,C]]",
                "\u001eA\n\u001eB\n\u001eC\n",
                "\u001eA\u001eB\u001eC",
                "P\nP\nP\n",
                "PPP",
                "[P,P,P]",
                "[\nP,\nP,\nP\n]",
                "A\nP\nC\n",
                "P\nA\nB\n",
                "Q\nQ\nQ",
                "A\nQ\nP",
                "[Q, Q, Q]",
                "window.YTD.tweets.part0 = [A,B,C]",
                "window.YTD.tweets.part0 = [ {} ,P, P, P ]\n",
                "var posts = [\nA,\nB,\nC\n];\n",
                "callback([A,B,C]);",
                "// written by a tool {\"id\":\"9\"}\nA\nB\nC\n",
                "/* written by\n{\"a\n tool */\n[A,B,C]",
                "# a comment\nA\n# another {\nB\nC\n",
                "// exported\rA\rB\r",
                "# exported\rA\r# more\rB\r",
                "// exported\r\nA\r\n# more\r\nB\r\n",
                "// exported\u2028A\n",
                "// exported\u2029A\nB\n",
                "# \u2027\u2028A\nB\n",
                "\ufeffA\nB\n\ufeffC\n",
                "\ufeff[A,B,C]"
            })
    void everyDocumentIsRead(String layout) throws Exception {
        FileOutcome outcome = read(write("posts.json", render(layout)));

        assertThat(outcome).isInstanceOf(FileOutcome.Done.class);
        assertThat(output.rejected()).isEmpty();
        assertThat(output.ids()).hasSize((int) layout.chars()
                .filter(c -> List.of('A', 'B', 'C', 'P', 'Q').contains((char) c))
                .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what | posts | dead letters | line of the first
                "A~oops~B~C | 3 | 1 | 2",
                "A~oops~oops~~oops~B~oops~C | 3 | 2 | 2",
                "A~oops C | 2 | 1 | 2",
                "A oops B | 2 | 1 | 1",
                "α~A~B | 2 | 1 | 1",
                "A~α~B | 2 | 1 | 2",
                "A~α~α~B | 2 | 2 | 2",
                "A~β~B~C | 3 | 1 | 2",
                "A~γ~B~C | 3 | 1 | 2",
                "A,~γ,~B,~C | 3 | 1 | 2",
                "P~γ~P~P | 3 | 1 | 17",
                "P~δ~P~P | 3 | 1 | 17",
                "[~P,~δ,~P~] | 2 | 1 | 18",
                "A~δ | 1 | 1 | 2",
                "A~γ | 1 | 1 | 2",
                "A{bad}B | 2 | 1 | 1",
                "A{\"id\":bad,\"x\":{\"y\":1}}BC | 3 | 1 | 1",
                "AγBC | 2 | 1 | 1",
                "A~{'id': 'x', 'user': {'id': 1}}~B | 2 | 1 | 2",
                "2021-03-01T10:00 INFO~A~B | 2 | 1 | 1"
            })
    void whatIsBrokenIsADeadLetterWithItsLineAndTheNextDocumentIsRead(String layout, int posts, int letters, int line)
            throws Exception {
        FileOutcome outcome = read(write("posts.json", render(layout.replace('~', '\n'))));

        assertThat(outcome).isInstanceOf(FileOutcome.Done.class);
        assertThat(output.rejected())
                .extracting(Rejected::reason)
                .hasSize(letters)
                .satisfies(reasons -> assertThat(reasons.get(0)).startsWith("posts.json, line " + line + ": "));
        assertThat(output.ids()).hasSize(posts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"// x\r\n{bad}\r\nA\r\n", "// x\r\n\r\n# y\r\n{bad}\nA", "// x\u2028\n{bad}\nA"})
    void linesAreCountedBehindACommentHoweverItEnds(String layout) throws Exception {
        read(write("posts.json", render(layout)));

        int line = layout.substring(0, layout.indexOf("{bad}")).split("\n", -1).length;
        assertThat(output.ids()).hasSize(1);
        assertThat(output.rejected()).singleElement().satisfies(one -> assertThat(one.reason())
                .startsWith("posts.json, line " + line + ": "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what | posts
                "<A>~B~ | 1",
                "<A> | 0",
                "B<A>C | 2",
                "B~<~C~ | 2",
                "B~< | 1",
                "B~<\"x\" \"y\"~C | 2",
                "B~<]~C | 2",
                "B~<A>>~C | 2",
                "<~[B]~ C | 2"
            })
    void whatIsNestedTooDeeplyIsOneDeadLetter(String layout, int posts) throws Exception {
        String text = render(layout.replace('~', '\n'))
                .replace("<", "{\"data\":".repeat(50_000))
                .replace(">", "}".repeat(50_000));

        FileOutcome outcome = new FileSource(
                        List::of, new FakeCursors(), new FileSettings(10, 4, 1 << 24, 250, false), Clock.systemUTC())
                .read(write("posts.json", text), output, progress -> {})
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);

        assertThat(outcome).isNotInstanceOf(FileOutcome.Failed.class);
        assertThat(output.ids()).hasSize(posts);
        assertThat(output.rejected()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("nested too deeply"));
    }

    @Test
    void aListOnOneLineOfMoreThanAPieceMayHaveIsReadElementByElement() throws Exception {
        String list =
                LongStream.rangeClosed(1, 2000).mapToObj(TestFiles::tweet).collect(Collectors.joining(",", "[", "]"));

        read(write("list.json", list));

        assertThat(output.ids()).hasSize(2000);
        assertThat(output.batches).hasSize(200);
        assertThat(output.rejected()).isEmpty();
    }

    @Test
    void textBetweenManyPostsIsToldOfAFewTimes() throws Exception {
        String log = LongStream.rangeClosed(1, 500)
                .mapToObj(id -> "2021-03-01 INFO " + TestFiles.tweet(id))
                .collect(Collectors.joining("\n"));

        FileOutcome outcome = read(write("posts.log", log));

        assertThat(output.ids()).hasSize(500);
        assertThat(output.rejected()).hasSize(20);
        assertThat(outcome).asString().contains("skipped 480 more pieces of text that is not JSON");
    }

    @Test
    void manyTruncatedDocumentsDoNotSwallowTheOthers() throws Exception {
        String lines = IntStream.rangeClosed(1, 3000)
                .mapToObj(id -> id % 3 == 0 ? "{\"data\":[{\"id\":\"" + id + "\"}," : TestFiles.tweet(id) + ",")
                .collect(Collectors.joining("\n"));

        read(write("posts.json", lines));

        assertThat(output.ids()).hasSize(2000);
        assertThat(output.rejected()).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,text,author | looks like CSV",
                "<html><body> | looks like HTML",
                "1366901116642934788~1366901116642934789~1366901116642934790~ | looks like a list of ids",
                "{'id': '1', 'text': 'x'} | looks like what Python prints",
                "{\"users\":[{\"id\":\"5\",\"username\":\"a\"}]} | looks like the users_ file",
                "{\"data\":[{\"end\":\"e\",\"start\":\"s\",\"tweet_count\":5}]} | looks like counts of posts",
                "{\"meta\":{\"result_count\":0}} | is an answer without any",
                "{\"something\":1} | looks like other JSON",
                "INSERT INTO tweets VALUES | looks like SQL",
                "hello | looks like text"
            })
    void aFileWithoutPostsIsToldOfWithAGuessAtWhatItIs(String content, String guess) throws Exception {
        FileOutcome outcome = read(write("posts.json", content.replace('~', '\n')));

        assertThat(outcome)
                .isInstanceOf(FileOutcome.Empty.class)
                .asString()
                .contains("there is no post in it: it " + guess);
        assertThat(output.rejected()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "504b0304140000 | is a zip archive; unpack it",
                "377abcaf271c00 | is a 7z archive",
                "526172211a0700 | is a rar archive",
                "5041523115 | is a Parquet file",
                "4f626a0104 | is an Avro file",
                "04224d1864 | is compressed with lz4",
                "1f9d90 | is compressed with compress",
                "53514c69746520666f726d617420 | is a SQLite database",
                "8004952a | is a Python pickle",
                "16000000075f696400 | is BSON of mongodump",
                "580a00000003 | is data saved by R"
            })
    void otherFormatsAreRefusedByName(String hex, String reason) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(read(Files.write(directory.resolve("posts.json"), bytes)))
                .isInstanceOf(FileOutcome.Failed.class)
                .asString()
                .contains("but it " + reason);
        assertThat(output.rejected()).hasSize(1);
        Path compressed = Files.write(directory.resolve("p.gz"), Compressed.member(Compression.GZIP, bytes));
        assertThat(read(compressed)).asString().contains("but it " + reason.split(";")[0] + " in gzip");
    }

    @Test
    void aTarArchiveIsRefusedByName() throws Exception {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        tar[0] = 'p';

        assertThat(read(Files.write(directory.resolve("posts.tgz"), Compressed.member(Compression.GZIP, tar))))
                .asString()
                .contains("is a tar archive in gzip; unpack it, and replay the directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherCharactersSetsAreNamed(String charset) throws Exception {
        byte[] bytes = TestFiles.tweet(1).getBytes(Charset.forName(charset));

        assertThat(read(Files.write(directory.resolve("posts.json"), bytes)))
                .asString()
                .contains("is in " + charset + ", not in UTF-8; convert it first (iconv -f " + charset);
    }

    @Test
    void nulBytesAreToldOfAsWhatTheyAre() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[4096]);
        bytes.writeBytes(("\n" + TestFiles.tweet(1) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[4096]);

        read(Files.write(directory.resolve("posts.json"), bytes.toByteArray()));

        assertThat(output.ids()).containsExactly(1L);
        assertThat(output.rejected()).extracting(Rejected::reason).hasSize(2).allMatch(r -> r.contains("NUL bytes"));
    }

    @Test
    void aPostThatIsWholeIsReadThoughTheFileCannotBeReadBehindIt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Compressed.member(
                Compression.GZIP, (TestFiles.tweet(1) + "\n" + TestFiles.tweet(2)).getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes(new byte[] {'x', 'y'});

        assertThat(read(Files.write(directory.resolve("posts.json.gz"), bytes.toByteArray())))
                .isInstanceOf(FileOutcome.Failed.class);
        assertThat(output.ids()).containsExactly(1L, 2L);
        assertThat(output.rejected()).singleElement().asString().contains("is damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip/badmagic2.jsonl.gz, 10, is damaged",
        "gzip/plain-appended.jsonl.gz, 10, is damaged",
        "gzip/cut-in-header2.jsonl.gz, 10, is cut short",
        "zstd/cut-in-body2.jsonl.zst, 10, is cut short"
    })
    void theDamagedFilesOfTheCasesGiveWhatIsWhole(String name, int posts, String reason) throws Exception {
        FileOutcome outcome = read(shared(name));

        assertThat(outcome).isInstanceOf(FileOutcome.Failed.class).asString().contains(reason);
        assertThat(output.ids()).hasSize(posts);
        assertThat(output.rejected()).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "zstd/skippable-first.jsonl.zst, 10",
        "json/firehose.json, 5",
        "json/two-lines.json, 4",
        "json/first-compact-then-pretty.json, 5",
        "json/pretty-brace-alone.json, 5"
    })
    void theWholeFilesOfTheCasesGiveEveryPost(String name, int posts) throws Exception {
        assertThat(read(shared(name))).isInstanceOf(FileOutcome.Done.class);
        assertThat(output.ids()).hasSize(posts);
        assertThat(output.rejected()).isEmpty();
    }

    private static Path shared(String name) {
        Path file = CASES.resolve(name);
        assumeThat(file).as("the cases lie in ../shared/cases").exists();
        return file;
    }

    /** Letters stand for documents: compact, pretty (P), pretty with every bracket on a line (Q), or cut short. */
    private static String render(String layout) {
        StringBuilder text = new StringBuilder();
        long id = 0;
        for (char c : layout.toCharArray()) {
            text.append(
                    switch (c) {
                        case 'A', 'B', 'C' -> TestFiles.tweet(++id);
                        case 'P' -> pretty(TestFiles.tweet(++id), "  ");
                        case 'Q' ->
                            "{\"data\":\n {\n"
                                    + pretty(TestFiles.tweet(++id), "  ").substring(1) + "\n}";
                        // Cut within a string, behind a comma, within a list, and in the middle of a pretty one.
                        case 'α' -> "{\"id\":\"99\",\"text\":\"cut";
                        case 'β' -> "{\"id\":\"99\",\"text\":\"cut\",";
                        case 'γ' -> "{\"data\":[{\"id\":\"99\"},";
                        case 'δ' -> "{\n  \"id\": \"99\",\n  \"entities\": {\n    \"hashtags\": [\n      {";
                        default -> String.valueOf(c);
                    });
        }
        return text.toString();
    }

    private static String pretty(String json, String indent) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (char c : json.toCharArray()) {
            if (c == '}' || c == ']') {
                text.append('\n').append(indent.repeat(--depth));
            }
            text.append(c);
            if (c == '{' || c == '[') {
                depth++;
            }
            if (c == '{' || c == '[' || c == ',') {
                text.append('\n').append(indent.repeat(depth));
            }
        }
        return text.toString();
    }

    private Path write(String name, String text) throws Exception {
        return TestFiles.write(directory.resolve(name), text);
    }

    private FileOutcome read(Path file) throws Exception {
        return new FileSource(List::of, new FakeCursors(), SETTINGS, Clock.systemUTC())
                .read(file, output, progress -> {})
                .toCompletableFuture()
                .get();
    }
}
