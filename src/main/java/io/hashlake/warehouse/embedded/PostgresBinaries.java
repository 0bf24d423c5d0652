package io.hashlake.warehouse.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL server that comes with this build, once. */
final class PostgresBinaries {

    /** Characters that a shell expands between double quotes. */
    private static final Pattern EXPANDED = Pattern.compile("[$`\"\\\\\\n]");

    private PostgresBinaries() {}

    /**
     * Returns where to unpack the binaries of the warehouse in that directory: in it, unless its path has characters
     * that a shell would expand. PostgreSQL's own commands start the server through a shell.
     */
    static Path directoryFor(Path warehouse) throws IOException {
        if (!EXPANDED.matcher(warehouse.toAbsolutePath().toString()).find()) {
            return warehouse.resolve("binaries");
        }
        Path elsewhere = Path.of(System.getProperty("java.io.tmpdir"), "hashlake-" + System.getProperty("user.name"));
        Directories.createPrivate(elsewhere);
        if (!Files.getOwner(elsewhere).equals(Files.getOwner(warehouse))) {
            throw new IOException(elsewhere + " belongs to another user, and PostgreSQL cannot be started from "
                    + warehouse + ": choose a data directory without any of $ ` \" \\ in its path");
        }
        return elsewhere;
    }

    /**
     * The directory with the server's {@code bin}, {@code lib} and {@code share}, below the given one. It appears there at
     * once and complete, so that a start that is cut short leaves none by half.
     */
    static Path unpack(Path directory) throws IOException {
        byte[] archive = archive();
        Path home = directory.resolve("postgresql-" + checksum(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(directory);
        Path unfinished = Files.createTempDirectory(directory, "unpacking-");
        extract(archive, unfinished);
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Directories.delete(unfinished);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(family(system), architecture)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new IOException(
                    "this build carries no PostgreSQL for " + system + " on " + architecture
                            + ": configure the JDBC URL of a server of yours instead",
                    e);
        }
    }

    private static String family(String system) {
        if (system.startsWith("Windows")) {
            return "Windows";
        }
        return system.startsWith("Mac") ? "Darwin" : system;
    }

    private static String checksum(byte[] archive) {
        CRC32 crc = new CRC32();
        crc.update(archive);
        return Long.toHexString(crc.getValue());
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, entry.resolveIn(target));
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
            throw new IOException(
                    file + " cannot be made executable: put the data directory on a file system that allows it");
        }
    }
}
