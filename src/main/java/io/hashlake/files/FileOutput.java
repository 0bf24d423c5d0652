package io.hashlake.files;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Takes what is read from a file.
 *
 * @param batches takes one batch after the other; the file's cursor moves when the stage it returns, and those of all batches
 *     before, have completed
 * @param onBlocked called now and then while no more batches may be handed over, so that those before are committed soon
 */
record FileOutput(Function<TweetBatch, CompletionStage<?>> batches, Runnable onBlocked) {}
