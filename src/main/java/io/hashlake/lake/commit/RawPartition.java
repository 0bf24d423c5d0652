package io.hashlake.lake.commit;

import io.hashlake.core.Payload;
import io.hashlake.lake.store.Directory;
import io.hashlake.lake.store.Partition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Directory of one source's payloads of one hour.
 *
 * @param hour hours since 1970-01-01T00:00Z
 */
record RawPartition(String source, long hour) implements Directory {

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("'dt='uuuu-MM-dd'/hour='HH").withZone(ZoneOffset.UTC);

    static RawPartition of(String source, Payload payload) {
        return new RawPartition(source, Math.floorDiv(payload.receivedAt().getEpochSecond(), SECONDS_PER_HOUR));
    }

    @Override
    public String path() {
        return RawSink.DIRECTORY + "source=" + Partition.escape(source) + "/"
                + NAMES.format(Instant.ofEpochSecond(hour * SECONDS_PER_HOUR)) + "/";
    }
}
