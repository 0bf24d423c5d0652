package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class MemoryCursors implements Cursors {

    final Map<String, String> positions = new ConcurrentHashMap<>();

    @Override
    public Optional<String> position(String origin) {
        return Optional.ofNullable(positions.get(origin));
    }

    @Override
    public void advance(String origin, String position) {
        positions.put(origin, position);
    }

    public void forget(String origin) {
        positions.remove(origin);
    }
}
