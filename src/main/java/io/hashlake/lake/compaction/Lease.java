package io.hashlake.lake.compaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.lake.commit.WriteAheadRecord;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The right to do what one process at a time must do, kept in the store. Each holder puts an object with a number of its own,
 * one above the last holder's: of several that try to put the same number, one succeeds. A holder that was killed has the
 * right until its time is over.
 */
public final class Lease {

    /** Time for which the lease of a killed process still excludes others; a running process renews it long before. */
    private static final Duration TERM = Duration.ofMinutes(2);

    private static final Duration RENEWAL = TERM.dividedBy(4);
    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String root;
    private final ObjectStore store;
    private final Clock clock;
    private final long number;
    private final String owner = UUID.randomUUID().toString();
    private Instant renewed;

    private Lease(String root, ObjectStore store, Clock clock, long number) {
        this.root = root;
        this.store = store;
        this.clock = clock;
        this.number = number;
        this.renewed = clock.instant();
    }

    /**
     * Takes it.
     *
     * @param root where its objects are, ending in {@code /}
     * @return empty if another one has it
     */
    public static Optional<Lease> take(String root, ObjectStore store, Clock clock) throws IOException {
        List<StoredObject> holders = store.list(root);
        long last = 0;
        if (!holders.isEmpty()) {
            StoredObject newest = holders.get(holders.size() - 1);
            if (until(store, newest).isAfter(clock.instant())) {
                return Optional.empty();
            }
            last = number(newest.key());
        }
        Lease lease = new Lease(root, store, clock, last + 1);
        return lease.claim(holders) ? Optional.of(lease) : Optional.empty();
    }

    /** Reads back what it put: an answer may have been lost, and not every server knows the condition. */
    private boolean claim(List<StoredObject> earlier) throws IOException {
        store.putIfAbsent(key(), content(clock.instant().plus(TERM)));
        byte[] held = store.read(key(), 0, content(clock.instant()).get(0).remaining());
        if (!JSON.readTree(held).required("owner").textValue().equals(owner)) {
            return false;
        }
        for (StoredObject object : earlier) {
            store.delete(object.key());
        }
        return true;
    }

    /**
     * Makes sure that it is still held, and for a while; to be called before every step that another holder must not see.
     *
     * @throws IOException if another process has taken it meanwhile, or the store cannot be reached
     */
    public void keep() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(renewed.plus(RENEWAL))) {
            return;
        }
        List<StoredObject> holders = store.list(root);
        if (holders.isEmpty() || number(holders.get(holders.size() - 1).key()) != number) {
            throw new IOException(root + " was taken over by another process, for this one did not answer for " + TERM);
        }
        store.put(key(), content(now.plus(TERM)));
        renewed = now;
    }

    /** Releases the lease; where that fails, it expires. */
    public void release() {
        try {
            store.put(key(), content(Instant.EPOCH));
        } catch (IOException e) {
            LOG.debugf("Cannot release the lease of %s; it expires within %s: %s", root, TERM, e.getMessage());
        }
    }

    private List<ByteBuffer> content(Instant until) throws IOException {
        return List.of(ByteBuffer.wrap(JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("owner", owner)
                .put("until", String.format("%016d", until.toEpochMilli())))));
    }

    /** A holder whose object is damaged is found out by its next {@link #keep}, for another number then stands above its own. */
    private static Instant until(ObjectStore store, StoredObject object) throws IOException {
        byte[] content = store.read(object.key(), 0, Math.toIntExact(object.size()));
        try {
            return Instant.ofEpochMilli(
                    Long.parseLong(JSON.readTree(content).required("until").textValue()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warnf("Lease %s is damaged; treating it as free", object.key());
            return Instant.EPOCH;
        }
    }

    private String key() {
        return root + WriteAheadRecord.ordinalName(number) + ".json";
    }

    private static long number(String key) {
        int end = key.length() - ".json".length();
        return Long.parseLong(key.substring(key.lastIndexOf('/') + 1, end));
    }
}
