package io.hashlake.source;

import io.hashlake.core.Cursors;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors in memory, which can be out. */
public final class FakeCursors implements Cursors {

    public final Map<String, String> positions = new ConcurrentHashMap<>();
    public volatile boolean out;

    @Override
    public Optional<String> position(String origin) throws IOException {
        requireUp();
        return Optional.ofNullable(positions.get(origin));
    }

    @Override
    public void advance(String origin, String position) throws IOException {
        requireUp();
        positions.put(origin, position);
    }

    private void requireUp() throws IOException {
        if (out) {
            throw new IOException("the cursors are out");
        }
    }
}
