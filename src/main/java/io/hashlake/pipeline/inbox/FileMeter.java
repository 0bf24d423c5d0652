package io.hashlake.pipeline.inbox;

import io.hashlake.files.Progress;
import io.hashlake.files.ProgressListener;
import io.hashlake.observability.Meters;

/** Counts the bytes of one file that were read. */
public final class FileMeter implements ProgressListener {

    private final Meters meters;
    private long counted = -1;

    public FileMeter(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void progressed(Progress progress) {
        long before = counted < 0 ? progress.from() : counted;
        meters.fileBytes(Math.max(0, progress.read() - before));
        counted = Math.max(before, progress.read());
    }
}
