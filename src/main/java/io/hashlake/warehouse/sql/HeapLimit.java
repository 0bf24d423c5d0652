package io.hashlake.warehouse.sql;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Bound on the memory of a server process on this machine, which the kernel keeps: no setting of PostgreSQL bounds what one
 * aggregate or function gathers. Beyond it an allocation fails and the statement with it, nothing else. Shared memory and the stack do
 * not count.
 *
 * @param bytes how much; 0 for no bound, where the server runs elsewhere
 */
public record HeapLimit(long bytes) {

    /** For a server on another machine, whose processes cannot be limited. */
    public static final HeapLimit NONE = new HeapLimit(0);

    private static final Logger LOG = Logger.getLogger(HeapLimit.class);
    private static final AtomicBoolean IS_TOLD = new AtomicBoolean();
    private static final int SECONDS = 5;

    void apply(int process) {
        if (bytes == 0) {
            return;
        }
        try {
            set(process);
        } catch (IOException e) {
            if (!IS_TOLD.getAndSet(true)) {
                LOG.warnf(
                        "Cannot limit the memory of SQL statements: %s; install prlimit (util-linux)", e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void set(int process) throws IOException, InterruptedException {
        Process limiting = new ProcessBuilder("prlimit", "--pid=" + process, "--data=" + bytes)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!limiting.waitFor(SECONDS, TimeUnit.SECONDS) || limiting.exitValue() != 0) {
            limiting.destroy();
            throw new IOException("prlimit failed on process " + process);
        }
    }
}
