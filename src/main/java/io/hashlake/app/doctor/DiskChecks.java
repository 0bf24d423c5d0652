package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.pipeline.PipelineConfig;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Free space of the file systems on which Hashlake writes. */
final class DiskChecks {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long SCARCE = 5 * GIGABYTE;

    private final Settings settings;

    DiskChecks(Settings settings) {
        this.settings = settings;
    }

    Stream<Check> all() {
        boolean isLocal = settings.bucket().isEmpty() && settings.deployment().hasLake();
        return Stream.concat(
                isLocal
                        ? Stream.of(check(
                                "disk of lake", settings.of(LakeConfig.class).directory()))
                        : Stream.empty(),
                Stream.of(
                        check("disk of data", settings.of(PipelineConfig.class).dataDirectory())));
    }

    private static Check check(String name, Path directory) {
        return new Check(name, () -> finding(directory, Files.getFileStore(existing(directory))));
    }

    private static Finding finding(Path directory, FileStore store) throws IOException {
        return finding(directory, store.getUsableSpace(), store.getTotalSpace());
    }

    static Finding finding(Path directory, long free, long total) {
        String found = "%.1f of %.1f GB are free at %s"
                .formatted((double) free / GIGABYTE, (double) total / GIGABYTE, directory);
        if (free < GIGABYTE) {
            return Finding.failure(found, "make room now: sinks stop when it is full");
        }
        return free < SCARCE ? Finding.warning(found, "make room soon") : Finding.ok(found);
    }

    /** The directory itself, or the one in which it will be made. */
    private static Path existing(Path directory) {
        Path path = directory.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
