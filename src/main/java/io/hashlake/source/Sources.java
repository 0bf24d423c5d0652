package io.hashlake.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Registry of the sources that this process follows, of whatever kind. Who makes a source adds it when its route starts and
 * removes it when its route stops; health, console, meters, gaps and spend ask here.
 */
public final class Sources {

    private final List<Source> followed = new CopyOnWriteArrayList<>();

    /**
     * Adds a source.
     *
     * @param address the address from which its route reads, for messages
     * @throws IllegalArgumentException if another source has its name
     */
    public synchronized void add(String address, Source source) {
        if (followed.stream().anyMatch(other -> other.name().equals(source.name()))) {
            throw new IllegalArgumentException("two routes read from " + address
                    + ": they would move each other's cursor, so give one of them another name");
        }
        followed.add(source);
    }

    public void remove(Source source) {
        followed.remove(source);
    }

    /** Returns the sources that are followed now, in the order in which they came. */
    public List<Source> all() {
        return List.copyOf(followed);
    }

    /** Tells whether nothing is followed now. */
    public boolean isEmpty() {
        return followed.isEmpty();
    }
}
