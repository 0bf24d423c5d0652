package io.hashlake.lake.parquet;

/**
 * Rows that wait to be put into files, as bytes: a third of the memory of the objects that they are made of, in few large arrays
 * that a garbage collection need not look through. A row that belongs to several files is held once. For one thread; rows may be
 * read by others.
 */
public final class RowBuffer<R> {

    private static final int SMALLEST_CHUNK = 16 << 10;
    private static final int LARGEST_CHUNK = 256 << 10;

    private final RowRecorder recorder = new RowRecorder();
    private final RowWriter<R> writer;
    private byte[] chunk = new byte[0];
    private int used;
    private long bytes;

    public RowBuffer(Table<R> table) {
        writer = new RowWriter<>(table, recorder);
    }

    /** Memory that the rows take, in bytes. */
    public long bytes() {
        return bytes;
    }

    public BufferedRow add(R row) {
        writer.accept(row);
        if (chunk.length - used < recorder.size()) {
            addChunk();
        }
        recorder.copyTo(chunk, used);
        BufferedRow buffered = new BufferedRow(chunk, used);
        used += recorder.size();
        return buffered;
    }

    private void addChunk() {
        long usual = Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, bytes));
        chunk = new byte[(int) Math.max(usual, recorder.size())];
        used = 0;
        bytes += chunk.length;
    }
}
