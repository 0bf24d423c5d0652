package io.hashlake.api.value;

import java.time.ZoneId;

/** Reads time zones: those whose names mean the same to PostgreSQL, where offsets have the other sign. */
public final class Zones {

    static final String ALLOWED = "a time zone such as America/Sao_Paulo or UTC";

    private Zones() {}

    static ZoneId read(String text) {
        boolean isRegion = text.contains("/") && !text.startsWith("SystemV/") && !text.startsWith("Etc/");
        if (!text.equals("UTC") && !(isRegion && ZoneId.getAvailableZoneIds().contains(text))) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return ZoneId.of(text);
    }
}
