package io.hashlake.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Position;
import io.hashlake.core.Rejected;
import io.hashlake.source.FakeCursors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PieceReaderPropertiesTest {

    private static final FileSettings SETTINGS = new FileSettings(7, 4, 1 << 10, 250, false);
    /** As much as is read at once, so that pieces lie across its end. */
    private static final int CHUNK = 1 << 18;

    @Property(tries = 60)
    void everyLineIsOnePieceWhereverChunksEnd(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1500) Integer> lengths,
            @ForAll @IntRange(max = 2000) int before)
            throws IOException {
        StringBuilder text = new StringBuilder(" ".repeat(CHUNK - before)).append('\n');
        List<Integer> expected = new ArrayList<>();
        for (int length : lengths) {
            if (length > 0) {
                text.append('{').append("x".repeat(length - 1));
                expected.add(length);
            }
            text.append('\n');
        }

        List<Piece> pieces = pieces(text.toString().getBytes(StandardCharsets.UTF_8), FilePosition.START);

        assertThat(pieces).extracting(piece -> (int) piece.length()).isEqualTo(expected);
        assertThat(pieces).allMatch(piece -> piece.isWhole() == piece.length() <= SETTINGS.maxPieceBytes());
    }

    @Property(tries = 60)
    void readingOnFromAnyPositionGivesTheRest(@ForAll Random random) throws IOException {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "[\n" : "");
        boolean isList = text.length() > 0;
        for (int i = 1; i <= 50; i++) {
            text.append(TestFiles.tweet(i)).append(isList ? ",\n  " : "\n");
        }
        byte[] bytes = text.append(isList ? "]" : "").toString().getBytes(StandardCharsets.UTF_8);
        List<Piece> all = pieces(bytes, FilePosition.START);
        int stop = random.nextInt(50);
        FilePosition position = FilePosition.START;
        Path file = write(bytes);
        try (PieceReader reader = PieceReader.open(InputFile.of(file, Clock.systemUTC()), position, SETTINGS)) {
            for (int i = 0; i < stop; i++) {
                reader.next();
            }
            position = FilePosition.of(Position.parse(reader.position().toString()));
        } finally {
            Files.delete(file);
        }

        List<Piece> rest = pieces(bytes, position);

        assertThat(all).hasSize(50);
        assertThat(rest).usingRecursiveComparison().isEqualTo(all.subList(stop, 50));
    }

    @Property(tries = 200)
    void arbitraryBytesEndInAnOutcomeAndNothingElse(
            @ForAll @Size(max = 3000) byte[] bytes, @ForAll @IntRange(max = 3) int start) throws Exception {
        byte[] head = new byte[][] {{}, {'[', '\n'}, {0x1f, (byte) 0x8b, 8, 0}, {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}}
                [start];
        byte[] all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        Path file = write(all);
        RecordingOutput output = new RecordingOutput();

        FileOutcome outcome = new FileSource(List::of, new FakeCursors(), SETTINGS, Clock.systemUTC())
                .read(file, output, progress -> {})
                .toCompletableFuture()
                .join();

        Files.delete(file);
        assertThat(outcome).isNotInstanceOf(FileOutcome.Stopped.class);
        assertThat(output.rejected()).extracting(Rejected::reason).allMatch(reason -> reason.startsWith("pieces"));
    }

    private static List<Piece> pieces(byte[] bytes, FilePosition from) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        Path file = write(bytes);
        try (PieceReader reader = PieceReader.open(InputFile.of(file, Clock.systemUTC()), from, SETTINGS)) {
            for (Piece piece = reader.next(); piece != null; piece = reader.next()) {
                pieces.add(piece);
            }
        } finally {
            Files.delete(file);
        }
        return pieces;
    }

    private static Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile("pieces", ".json"), bytes);
    }
}
