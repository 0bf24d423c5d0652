package io.hashlake.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Time, CPU and memory since it was made: of this process, of the given servers and of all others. */
final class Measurement {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Written to {@code /proc/self/clear_refs}, it sets the peak back to the memory that is resident now. */
    private static final String RESET_PEAK = "5";

    private final List<ProcessTree> servers;
    private final long time = System.nanoTime();
    private final MachineLoad load = MachineLoad.now();
    private final double jvm = jvmCpu();
    private final double server;
    private final long allocated;
    private volatile double firstRow = Double.NaN;

    Measurement(ProcessTree... servers) {
        this.servers = List.of(servers);
        this.server = serverCpu();
        System.gc();
        this.allocated = Allocation.bytes();
        resetPeak();
    }

    /** To be called after each commit. */
    void committed() {
        if (Double.isNaN(firstRow)) {
            firstRow = seconds();
        }
    }

    StageResult result(String stage, long posts) throws IOException {
        double millions = posts / 1e6;
        double seconds = seconds();
        double jvmCpu = jvmCpu() - jvm;
        double serverCpu = serverCpu() - server;
        MachineLoad now = MachineLoad.now();
        Map<BenchColumn, Double> numbers = new EnumMap<>(BenchColumn.class);
        numbers.put(BenchColumn.RATE, posts / seconds);
        numbers.put(BenchColumn.JVM, jvmCpu / millions);
        numbers.put(BenchColumn.SERVER, servers.isEmpty() ? Double.NaN : serverCpu / millions);
        numbers.put(BenchColumn.ALLOCATED, (Allocation.bytes() - allocated) / 1e3 / posts);
        numbers.put(BenchColumn.RESIDENT, (double) peakResidentMegabytes());
        numbers.put(BenchColumn.FIRST_ROW, firstRow);
        double others = now.busy() - load.busy() - jvmCpu - serverCpu + now.stolen() - load.stolen();
        numbers.put(BenchColumn.OTHERS, Math.max(0, others) / seconds);
        return new StageResult(stage, numbers);
    }

    private double seconds() {
        return (System.nanoTime() - time) / 1e9;
    }

    private static double jvmCpu() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    private double serverCpu() {
        return servers.stream().mapToDouble(ProcessTree::cpuSeconds).sum();
    }

    private static void resetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), RESET_PEAK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long peakResidentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
