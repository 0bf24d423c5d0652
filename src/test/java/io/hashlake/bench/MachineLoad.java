package io.hashlake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU seconds of the whole machine since it was started.
 *
 * @param busy by processes and the kernel
 * @param stolen by other virtual machines
 */
record MachineLoad(double busy, double stolen) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    static MachineLoad now() {
        try {
            String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
            long[] ticks = Arrays.stream(line.substring("cpu".length()).strip().split(" +"))
                    .mapToLong(Long::parseLong)
                    .limit(STOLEN + 1)
                    .toArray();
            long idle = ticks[IDLE] + ticks[WAITING] + ticks[STOLEN];
            return new MachineLoad(
                    (Arrays.stream(ticks).sum() - idle) / TICKS_PER_SECOND, ticks[STOLEN] / TICKS_PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
