package io.hashlake.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as texts of one length, in UTC with microseconds, so that DynamoDB sorts and compares them as times. */
final class ItemTimes {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private ItemTimes() {}

    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
