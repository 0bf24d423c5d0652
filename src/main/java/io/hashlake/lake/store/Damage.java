package io.hashlake.lake.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of the lake that cannot be read, whatever the store does.
 *
 * @param key where it stood
 * @param reason why it cannot be read
 */
public record Damage(String key, String reason) {

    private static final Pattern FILE_OF_POSTS =
            Pattern.compile(Pattern.quote(Partition.ROOT) + ".*/dt=(\\d{4}-\\d{2}-\\d{2})/[^/]*");

    /** First moment of the day (UTC) whose posts it held; empty where it is no file of posts. */
    public Optional<Instant> day() {
        Matcher file = FILE_OF_POSTS.matcher(key);
        if (!file.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(file.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return key + " is damaged: " + reason;
    }
}
