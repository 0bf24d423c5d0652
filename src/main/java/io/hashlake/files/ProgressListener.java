package io.hashlake.files;

/** Hears how a file is read, after each batch that was handed over and at the end. */
@FunctionalInterface
public interface ProgressListener {

    void progressed(Progress progress);

    /** Both hear it. */
    default ProgressListener and(ProgressListener other) {
        return progress -> {
            progressed(progress);
            other.progressed(progress);
        };
    }
}
