package io.hashlake.kinesis;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Progress in one shard.
 *
 * @param time up to which everything was read, by the arrival of records
 * @param sequence number of the last record that was read; empty before the first one, {@code end} behind the last one
 */
record ShardPosition(Instant time, String sequence) {

    private static final String END = "end";
    private static final Pattern STORED = Pattern.compile("shard:([0-9]{1,15}):([0-9]{1,128}|end)?");

    /** Before the first record that the shard has. */
    static ShardPosition start(Instant time) {
        return new ShardPosition(time, "");
    }

    static ShardPosition end(Instant time) {
        return new ShardPosition(time, END);
    }

    static ShardPosition parse(String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + stored + "' is no position in a shard of Kinesis");
        }
        String sequence = parts.group(2) == null ? "" : parts.group(2);
        return new ShardPosition(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), sequence);
    }

    boolean isStart() {
        return sequence.isEmpty();
    }

    /** Returns whether the shard is closed and all of it was read. */
    boolean isEnd() {
        return sequence.equals(END);
    }

    /** The position behind what was read, up to this time; time does not run back. */
    ShardPosition after(String lastSequence, Instant arrival) {
        return new ShardPosition(arrival.isAfter(time) ? arrival : time, lastSequence);
    }

    @Override
    public String toString() {
        return "shard:" + time.toEpochMilli() + ":" + sequence;
    }
}
