package io.hashlake.warehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} speaks of, which may be long gone.
 *
 * @param pidFile may not exist
 * @param process empty where there is none of that id
 */
record Postmaster(Path pidFile, Optional<ProcessHandle> process) {

    static Postmaster of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return new Postmaster(pidFile, Optional.empty());
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<Long> id = lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf);
        return new Postmaster(pidFile, id.flatMap(ProcessHandle::of));
    }

    /** Returns whether the process runs and is this cluster's server, as far as the operating system tells. */
    boolean isRunning() {
        return process.isPresent() && process.get().isAlive() && isServer(process.get());
    }

    /**
     * Removes the file where its id belongs to a process that is no PostgreSQL server of this cluster. The server would take
     * that process for a server and refuse to start; ids come back often in containers. Where the process is gone, the
     * server sees to the file itself, and makes sure that none of its children is left.
     */
    void forgetIfAnotherProcessHasItsId() throws IOException {
        if (process.isPresent() && process.get().isAlive()) {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isServer(ProcessHandle candidate) {
        boolean named = candidate
                .info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(true);
        return named && worksHere(candidate);
    }

    /** A server works in its cluster's directory; where the operating system does not show that, its name must do. */
    private boolean worksHere(ProcessHandle candidate) {
        Path workingDirectory = Path.of("/proc", Long.toString(candidate.pid()), "cwd");
        try {
            return Files.isSameFile(workingDirectory, pidFile.getParent());
        } catch (IOException e) {
            return true;
        }
    }
}
