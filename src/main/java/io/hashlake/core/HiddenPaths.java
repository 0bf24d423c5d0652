package io.hashlake.core;

import java.nio.file.Path;
import java.util.stream.StreamSupport;

/**
 * Paths with a name that begins with a dot: editors' and version control's own files, and the directories in which Kubernetes
 * keeps the contents of a mounted ConfigMap ({@code ..data}, {@code ..2026_11_30_…}) beside the links that readers are to follow.
 */
public final class HiddenPaths {

    private HiddenPaths() {}

    /** Returns whether a name between {@code root} and {@code path} is hidden; those of {@code root} itself do not count. */
    public static boolean isHidden(Path root, Path path) {
        return StreamSupport.stream(root.relativize(path).spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }
}
