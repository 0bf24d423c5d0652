package io.hashlake.lake;

import io.hashlake.tweet.Cursors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryCursors implements Cursors {

    private final Map<String, String> positions = new HashMap<>();

    @Override
    public Optional<String> position(String origin) {
        return Optional.ofNullable(positions.get(origin));
    }

    @Override
    public void advance(String origin, String position) {
        positions.put(origin, position);
    }

    void forget(String origin) {
        positions.remove(origin);
    }
}
