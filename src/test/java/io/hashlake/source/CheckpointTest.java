package io.hashlake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Instant LISTED = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeCursors cursors = new FakeCursors();
    private final Checkpoint checkpoint = new Checkpoint("source", cursors);

    @Test
    void aCompletedBatchWaitsForThoseBeforeIt() {
        CompletableFuture<Void> first = track("1");
        CompletableFuture<Void> second = track("2");
        second.complete(null);
        assertThat(cursors.positions).isEmpty();
        first.complete(null);
        assertThat(cursors.positions).containsEntry("source", "2");
        assertThat(checkpoint.isClear()).isTrue();
    }

    @Test
    void isNotCaughtUpInTheMiddleOfAWalk() {
        checkpoint.track("1", null, CompletableFuture.completedFuture(null));
        assertThat(checkpoint.caughtUpAt()).isNull();
        checkpoint.track("2", LISTED, CompletableFuture.completedFuture(null));
        assertThat(checkpoint.caughtUpAt()).isEqualTo(LISTED);
    }

    @Test
    void nothingAfterAFailedBatchMovesTheCursor() {
        CompletableFuture<Void> first = track("1");
        CompletableFuture<Void> second = track("2");
        CompletableFuture<Void> third = track("3");
        first.complete(null);
        second.completeExceptionally(new IOException("no"));
        third.complete(null);
        assertThat(cursors.positions).containsEntry("source", "1");
        assertThat(checkpoint.failure()).hasMessage("no");
    }

    @Test
    void aPositionThatCouldNotBeSavedIsSavedLater() throws IOException {
        cursors.out = true;
        track("1").complete(null);
        assertThat(checkpoint.isClear()).isFalse();
        cursors.out = false;
        checkpoint.save();
        assertThat(cursors.positions).containsEntry("source", "1");
        assertThat(checkpoint.isClear()).isTrue();
    }

    @Property
    void inWhateverOrderBatchesCompleteTheCursorNeverOvertakesOne(
            @ForAll @IntRange(min = 1, max = 20) int batches, @ForAll java.util.Random random) {
        FakeCursors positions = new FakeCursors();
        Checkpoint subject = new Checkpoint("s", positions);
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            CompletableFuture<Void> completion = new CompletableFuture<>();
            subject.track(Integer.toString(i), LISTED.plusSeconds(i), completion);
            open.add(completion);
        }
        List<CompletableFuture<Void>> shuffled = new ArrayList<>(open);
        Collections.shuffle(shuffled, random);
        for (CompletableFuture<Void> completion : shuffled) {
            completion.complete(null);
            int done = 0;
            while (done < batches && open.get(done).isDone()) {
                done++;
            }
            assertThat(positions.positions.get("s")).isEqualTo(done == 0 ? null : Integer.toString(done - 1));
            assertThat(subject.caughtUpAt()).isEqualTo(done == 0 ? null : LISTED.plusSeconds(done - 1));
        }
    }

    private CompletableFuture<Void> track(String end) {
        CompletableFuture<Void> completion = new CompletableFuture<>();
        checkpoint.track(end, LISTED, completion);
        return completion;
    }
}
