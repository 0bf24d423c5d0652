package io.hashlake.warehouse;

import io.hashlake.warehouse.embedded.Directories;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Empty cluster that is made once per build and copied to where an embedded server is to start: a copy saves unpacking and
 * initialising, which take longer than the start itself. A copy writes without sync.
 */
public final class PreparedWarehouse {

    private static final Path PREPARED = Path.of("target", "prepared-warehouse");

    private PreparedWarehouse() {}

    /** Starts a server in a directory that holds none yet. */
    public static EmbeddedWarehouse start(Path directory) throws IOException {
        return EmbeddedWarehouse.start(copyTo(directory));
    }

    /** Lets the application find a cluster where it keeps its own, below the directory in which it is started. */
    public static void copyToDataOf(Path directory) throws IOException {
        copyTo(directory.resolve("data/postgres"));
    }

    private static Path copyTo(Path directory) throws IOException {
        if (!Files.isDirectory(PREPARED)) {
            prepare();
        }
        try (Stream<Path> files = Files.walk(PREPARED)) {
            for (Path file : files.toList()) {
                Path copy = directory.resolve(PREPARED.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return directory;
    }

    /** Another process may do so at the same time: the first one to end wins. */
    private static void prepare() throws IOException {
        Path made = Files.createTempDirectory(PREPARED.toAbsolutePath().getParent(), "preparing-");
        try (EmbeddedWarehouse server = EmbeddedWarehouse.start(made, 0, TestWarehouse.BINARIES)) {
            TestWarehouse.writeWithoutSync(TestWarehouse.dataSource(server, "postgres"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Files.createSymbolicLink(made.resolve("binaries"), TestWarehouse.BINARIES.toAbsolutePath());
        try {
            Files.move(made, PREPARED, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Directories.delete(made);
            if (!Files.isDirectory(PREPARED)) {
                throw e;
            }
        }
    }
}
