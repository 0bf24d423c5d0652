package io.hashlake.bus;

import io.hashlake.core.Cursors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offsets that a consumer group has committed, as far as this process has partitions assigned: read when they are
 * assigned, and moved with every commit. Kafka keeps them; here they are remembered. Safe for use by several threads.
 */
public final class GroupCursors implements Cursors {

    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, Long> lags = new ConcurrentHashMap<>();

    @Override
    public Optional<String> position(String origin) {
        return Optional.ofNullable(positions.get(origin));
    }

    /** Remembers a position that Kafka has. */
    @Override
    public void advance(String origin, String position) {
        positions.put(origin, position);
    }

    /** Records in the assigned partitions that have not been read yet. */
    public long lag() {
        return lags.values().stream().mapToLong(Long::longValue).sum();
    }

    void forget(String origin) {
        positions.remove(origin);
    }

    void setLag(String origin, long records) {
        lags.put(origin, records);
    }

    void forgetLag(String origin) {
        lags.remove(origin);
    }
}
