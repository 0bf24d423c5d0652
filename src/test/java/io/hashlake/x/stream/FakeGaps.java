package io.hashlake.x.stream;

import io.hashlake.core.Gap;
import io.hashlake.core.Gaps;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger in memory, which can be out. */
public final class FakeGaps implements Gaps {

    public final List<Gap> declared = new CopyOnWriteArrayList<>();
    volatile boolean out;

    @Override
    public void declare(Gap gap) throws IOException {
        if (out) {
            throw new IOException("the ledger is out");
        }
        declared.add(gap);
    }
}
