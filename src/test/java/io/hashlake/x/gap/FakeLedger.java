package io.hashlake.x.gap;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapLedger;
import io.hashlake.core.GapState;
import io.hashlake.core.SettledPart;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A ledger in memory, which can be out. */
public final class FakeLedger implements GapLedger {

    public final List<DeclaredGap> gaps = new ArrayList<>();
    public boolean out;

    @Override
    public void declare(Gap gap) {
        gaps.add(new DeclaredGap(gaps.size() + 1L, gap, GapState.OPEN, Instant.EPOCH, null, 0, null));
    }

    @Override
    public List<DeclaredGap> open(int most) throws IOException {
        if (out) {
            throw new IOException("the ledger is out");
        }
        return gaps.stream()
                .filter(gap -> gap.state() == GapState.OPEN)
                .sorted(Comparator.comparing((DeclaredGap gap) -> gap.gap().from()))
                .limit(most)
                .toList();
    }

    @Override
    public List<DeclaredGap> page(long before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<GapCount> counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void note(long id, String note) {
        gaps.replaceAll(gap ->
                gap.id() == id ? new DeclaredGap(id, gap.gap(), gap.state(), gap.declaredAt(), null, 0, note) : gap);
    }

    @Override
    public void settle(long id, List<SettledPart> parts) {
        DeclaredGap settled =
                gaps.stream().filter(gap -> gap.id() == id).findFirst().orElseThrow();
        if (settled.state() == GapState.OPEN) {
            gaps.removeIf(gap -> gap.id() == id);
            parts.forEach(part -> gaps.add(part(settled, part)));
        }
    }

    private static DeclaredGap part(DeclaredGap whole, SettledPart part) {
        Gap gap = new Gap(
                whole.gap().source(), part.from(), part.to(), whole.gap().reason());
        return new DeclaredGap(
                whole.id(), gap, part.state(), whole.declaredAt(), Instant.EPOCH, part.postsFound(), part.note());
    }
}
