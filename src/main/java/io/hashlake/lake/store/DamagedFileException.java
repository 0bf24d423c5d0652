package io.hashlake.lake.store;

import java.io.IOException;

/** The store gives the file's bytes, but they are no readable Parquet. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1;

    private final Damage damage;

    public DamagedFileException(String key, Throwable cause) {
        super(key + " cannot be read as Parquet: " + reason(cause), cause);
        this.damage = new Damage(key, "no readable Parquet (" + reason(cause).replace(key, "it") + ")");
    }

    public Damage damage() {
        return damage;
    }

    /** The first line of the innermost message: Parquet's own repeat the file and its bytes. */
    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason is given");
    }
}
