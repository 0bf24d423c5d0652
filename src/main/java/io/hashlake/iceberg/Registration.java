package io.hashlake.iceberg;

/**
 * Result of a registration.
 *
 * @param files files of the lake that were added to the table
 * @param rows their rows
 * @param vanished files that were removed from the table, for the lake no longer has them
 */
public record Registration(long files, long rows, long vanished) {

    static final Registration NOTHING = new Registration(0, 0, 0);

    Registration plus(Registration other) {
        return new Registration(files + other.files, rows + other.rows, vanished + other.vanished);
    }

    boolean isEmpty() {
        return files == 0 && vanished == 0;
    }
}
