package io.hashlake.lake.store;

import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Directory of damaged objects, {@code _hashlake/damaged/}. One damaged object must not stop the lake, nor a query of its
 * readers, so it is moved there under its own key, declared, and no longer looked at. Threads may share it.
 */
public final class Quarantine {

    static final String DIRECTORY = "_hashlake/damaged/";

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private final ObjectStore store;
    private final DamageListener listener;
    private final Set<String> leftInPlace = ConcurrentHashMap.newKeySet();

    /** Makes something of an object's bytes. */
    @FunctionalInterface
    public interface Parser<T> {
        /** @throws IOException if the bytes are damaged; a runtime exception says the same */
        T parse(byte[] content) throws IOException;
    }

    /** @param listener is told of each damaged object before it is moved */
    public Quarantine(ObjectStore store, DamageListener listener) {
        this.store = store;
        this.listener = listener;
    }

    public ObjectStore store() {
        return store;
    }

    /** Returns whether the object is damaged and could not be moved. */
    public boolean holds(String key) {
        return leftInPlace.contains(key);
    }

    /**
     * Reads a record; one that cannot be parsed is set aside.
     *
     * @return empty if it was damaged
     * @throws IOException if the store fails
     */
    public <T> Optional<T> read(StoredObject object, Parser<T> parser) throws IOException {
        if (holds(object.key())) {
            return Optional.empty();
        }
        byte[] content = store.read(object.key(), 0, Math.toIntExact(object.size()));
        try {
            return Optional.of(parser.parse(content));
        } catch (IOException | RuntimeException e) {
            String reason = content.length == 0 ? "it is empty" : "it is no record of this kind";
            setAside(new Damage(object.key(), reason));
            return Optional.empty();
        }
    }

    /**
     * Declares a damaged object and moves it out of the way; one that the store does not let go is ignored where it stands.
     *
     * @throws IOException if it cannot be declared; call again
     */
    public void setAside(Damage damage) throws IOException {
        listener.found(damage);
        try {
            store.copy(damage.key(), DIRECTORY + damage.key());
            store.delete(damage.key());
            LOG.warnf("%s; moved it to %s and continuing", damage, DIRECTORY + damage.key());
        } catch (IOException e) {
            leave(damage, "it cannot be moved: " + e.getMessage());
        }
    }

    /**
     * Declares an object of which only Hashlake can make nothing, and ignores it where it stands.
     *
     * @throws IOException if it cannot be declared; call again
     */
    public void ignore(Damage damage) throws IOException {
        listener.found(damage);
        leave(damage, "Hashlake did not write it");
    }

    private void leave(Damage damage, String why) {
        leftInPlace.add(damage.key());
        LOG.warnf("%s; ignoring it where it is, because %s", damage, why);
    }
}
