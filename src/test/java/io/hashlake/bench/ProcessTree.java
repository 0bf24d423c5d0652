package io.hashlake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of a process with all its children, those that have ended included. */
record ProcessTree(long pid) {

    private static final int TICKS_PER_SECOND = 100;

    /** Fields of {@code /proc/PID/stat} after the command: its own time, and that of children that it has waited for. */
    private static final int USER_TIME = 11;

    private static final int TIMES = 4;

    /** The embedded server of this cluster. */
    static ProcessTree ofServer(Path cluster) throws IOException {
        return new ProcessTree(Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip()));
    }

    double cpuSeconds() {
        long ticks = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .mapToLong(ProcessTree::ticks)
                .sum();
        return (double) ticks / TICKS_PER_SECOND;
    }

    private static long ticks(long process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < TIMES; i++) {
                ticks += Long.parseLong(fields[USER_TIME + i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0;
        }
    }
}
