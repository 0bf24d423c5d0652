package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.lake.parquet.Release;

/** Versions. */
final class SystemChecks {

    private SystemChecks() {}

    static Check versions() {
        return new Check(
                "versions",
                () -> Finding.ok("Hashlake " + Release.VERSION + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version")));
    }
}
