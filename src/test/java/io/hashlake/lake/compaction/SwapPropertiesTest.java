package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.SimulatedProcess.Shuffled;
import io.hashlake.lake.compaction.Swap.Staged;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever carries out a swap may be killed before any operation, and whoever takes it up after that, too. */
class SwapPropertiesTest {

    private static final String ROOT = "_hashlake/test/";

    private static final String UNTOUCHED = "files/untouched";

    private final MemoryObjectStore store = new MemoryObjectStore();
    private Set<String> older;
    private Set<String> newer;

    @Property(tries = 1_000)
    void readersFindTheOldFilesOrTheNewOnesWheneverItIsKilled(
            @ForAll @IntRange(max = 5) int stagedFiles,
            @ForAll @IntRange(max = 5) int replacedFiles,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 24) Integer> lives,
            @ForAll long seed)
            throws IOException {
        older = names("old-", replacedFiles);
        newer = names("new-", stagedFiles);
        store.objects.clear();
        store.put(UNTOUCHED, content());
        for (String name : older) {
            store.put(name, content());
        }
        Random random = new Random(seed);
        live(lives.get(0), this::stageAndCarryOut, random);
        boolean isDecided = !store.list(ROOT + "swaps/").isEmpty() || visible().equals(newer);
        for (int life : lives.subList(1, lives.size())) {
            live(life, SwapPropertiesTest::recover, random);
        }
        live(Integer.MAX_VALUE, SwapPropertiesTest::recover, random);

        assertThat(visible()).isEqualTo(isDecided ? newer : older);
        assertThat(store.objects.keySet()).noneMatch(key -> key.startsWith(ROOT));
        assertThat(store.objects).containsKey(UNTOUCHED);
    }

    private static Set<String> names(String stem, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "files/" + stem + number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ByteBuffer> content() {
        return List.of(ByteBuffer.wrap(new byte[] {1}));
    }

    private void stageAndCarryOut(ObjectStore mortal, Swaps swaps) throws IOException {
        List<Staged> staged = newer.stream()
                .map(name -> new Staged(swaps.staging() + name.replace('/', '-'), name))
                .toList();
        for (Staged file : staged) {
            mortal.put(file.from(), content());
        }
        swaps.carryOut(1, new Swap(staged, List.copyOf(older)));
    }

    private static void recover(ObjectStore mortal, Swaps swaps) throws IOException {
        swaps.recover();
    }

    /** What readers find, but for what the swap leaves alone. */
    private Set<String> visible() {
        return store.objects.keySet().stream()
                .filter(key -> key.startsWith("files/") && !key.equals(UNTOUCHED))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a process does with a store that it may be killed at. */
    private interface Work {
        void with(ObjectStore mortal, Swaps swaps) throws IOException;
    }

    private void live(int operations, Work work, Random random) throws IOException {
        int[] left = {operations};
        ObjectStore mortal = new InterruptedStore(store, operation -> {
            assertThat(visible().containsAll(older) || visible().containsAll(newer))
                    .as("before " + operation)
                    .isTrue();
            if (left[0]-- == 0) {
                throw new Killed();
            }
        });
        try {
            work.with(
                    mortal,
                    new Swaps(
                            ROOT,
                            new Quarantine(mortal, DamageListener.NONE),
                            Duration.ZERO,
                            new Effort(new Shuffled(random), 1, time -> {})));
        } catch (Killed killed) {
            // as intended
        }
    }
}
