package io.hashlake.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Registry of the sources that this process follows, of whatever kind. Who makes a source adds it when its route starts and
 * removes it when its route stops; health, console, meters, gaps and spend ask here.
 */
public final class Sources {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
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
        listeners.forEach(listener -> listener.added(source));
    }

    /** Removes a source, if it is followed. */
    public synchronized void remove(Source source) {
        if (followed.remove(source)) {
            listeners.forEach(listener -> listener.removed(source));
        }
    }

    /** Tells the listener of those that are followed now, and of changes from now on. */
    public synchronized void listen(Listener listener) {
        listeners.add(listener);
        followed.forEach(listener::added);
    }

    /** Tells whether a source of this name is followed now. */
    public boolean isFollowed(String name) {
        return followed.stream().anyMatch(source -> source.name().equals(name));
    }

    /** Returns the sources that are followed now, in the order in which they came. */
    public List<Source> all() {
        return List.copyOf(followed);
    }

    /** Hears of sources that come and go. */
    public interface Listener {

        /** It is followed from now on. */
        void added(Source source);

        /** It is not followed any more. */
        void removed(Source source);
    }
}
