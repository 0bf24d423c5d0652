package io.hashlake.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Time and CPU since it was made. */
final class Measurement {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long time = System.nanoTime();
    private final long cpu = SYSTEM.getProcessCpuTime();
    private final Duration postgres = postgresCpu();

    /** One line: what, how many a second, CPU of this JVM and of PostgreSQL for a million. */
    void print(String what, long count) {
        double seconds = (System.nanoTime() - time) / 1e9;
        double jvm = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        double database = postgresCpu().minus(postgres).toMillis() / 1e3;
        double millions = count / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-28s %,10d in %6.1f s %,10.0f/s   per million: %5.1f CPU-s in the JVM, %5.1f in PostgreSQL%n",
                what,
                count,
                seconds,
                count / seconds,
                jvm / millions,
                database / millions);
    }

    /** The most memory that this process has had, in MB. */
    static long peakResidentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Duration postgresCpu() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
