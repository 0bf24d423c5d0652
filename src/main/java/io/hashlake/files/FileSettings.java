package io.hashlake.files;

/**
 * Settings by which files are read.
 *
 * @param batchTweets a batch is handed over when it has this many tweets, 1 or more
 * @param maxBatches batches that may be handed over and not committed, 1 or more
 * @param maxPieceBytes longest line, or document of several lines, that is parsed, 1 KiB or more; of a longer one the
 *     beginning is kept with the reason
 * @param maxRatio how many times its size a file may grow when it is decompressed, 1 or more
 * @param payloads whether batches carry what was read
 */
public record FileSettings(int batchTweets, int maxBatches, int maxPieceBytes, int maxRatio, boolean payloads) {

    public static final FileSettings DEFAULT = new FileSettings(500, 400, 16 << 20, 250, false);

    public FileSettings {
        if (batchTweets < 1 || maxBatches < 1 || maxPieceBytes < 1 << 10 || maxRatio < 1) {
            throw new IllegalArgumentException("batches of " + batchTweets + " tweets, " + maxBatches
                    + " batches, pieces of " + maxPieceBytes + " bytes, a ratio of " + maxRatio
                    + ": one of them is too small");
        }
    }
}
