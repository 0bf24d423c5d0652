package io.hashlake.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directory laid out and updated as the kubelet does it for a ConfigMap: a directory of its own for each version, the link
 * {@code ..data} to the present one, which an update replaces by a rename, and a link through it for each file or subdirectory.
 */
public final class MountedConfigMap {

    private static final String DATA = "..data";

    private final Path directory;
    private int version;

    private MountedConfigMap(Path directory) {
        this.directory = directory;
    }

    /** @param files contents by path, with slashes where items lie in subdirectories */
    public static MountedConfigMap mount(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        MountedConfigMap mounted = new MountedConfigMap(directory);
        mounted.update(files);
        return mounted;
    }

    /** Swaps in a new version and removes the one before. */
    public void update(Map<String, String> files) throws IOException {
        Path old = version == 0 ? null : versionDirectory();
        version++;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = versionDirectory().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path swapped = Files.createSymbolicLink(
                directory.resolve("..data_tmp"), versionDirectory().getFileName());
        Files.move(swapped, directory.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
        link(files.keySet());
        if (old != null) {
            delete(old);
        }
    }

    private void link(Set<String> files) throws IOException {
        Set<String> wanted = new TreeSet<>();
        files.forEach(file -> wanted.add(file.split("/")[0]));
        for (String name : wanted) {
            if (!Files.isSymbolicLink(directory.resolve(name))) {
                Files.createSymbolicLink(directory.resolve(name), Path.of(DATA, name));
            }
        }
        try (var present = Files.newDirectoryStream(directory, path -> Files.isSymbolicLink(path))) {
            for (Path path : present) {
                String name = path.getFileName().toString();
                if (!name.equals(DATA) && !wanted.contains(name)) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path versionDirectory() {
        return directory.resolve("..2026_11_30_12_00_00." + version);
    }

    private static void delete(Path directory) throws IOException {
        try (var inside = Files.walk(directory)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
