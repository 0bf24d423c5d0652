package io.hashlake.warehouse.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A process as others know it.
 *
 * @param host the name of its host, for messages
 * @param machine where its number means what it says: only there can others see that it has ended
 * @param pid its number there
 * @param started clock ticks from the boot to its start: numbers come again, and the time of day is changed now and then
 */
public record LeaseHolder(String host, String machine, long pid, long started) {

    private static final Path PROC = Path.of("/proc");

    /** In {@code /proc/PID/stat}, counted from what follows the name. */
    private static final int STATE = 0;

    private static final int START_TIME = 19;

    /** This process. Without {@code /proc}, other processes cannot see that it has ended. */
    public static LeaseHolder current() {
        long pid = ProcessHandle.current().pid();
        try {
            String host = Files.readString(PROC.resolve("sys/kernel/hostname")).strip();
            String boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            String processes =
                    Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
            String machine = String.join(" ", host, boot, processes, System.getProperty("user.name"));
            return new LeaseHolder(host, machine, pid, startOf(pid));
        } catch (IOException | RuntimeException e) {
            return new LeaseHolder("unknown", UUID.randomUUID().toString(), pid, 0);
        }
    }

    /** Returns whether the process with that id, on this machine, has ended. */
    static boolean hasEnded(long pid, long started) {
        try {
            String[] stat = stat(pid);
            return Long.parseLong(stat[START_TIME]) != started || "ZX".contains(stat[STATE]);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Clock ticks from the boot to its start. */
    public static long startOf(long pid) throws IOException {
        return Long.parseLong(stat(pid)[START_TIME]);
    }

    private static String[] stat(long pid) throws IOException {
        String line = Files.readString(PROC.resolve(pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}
