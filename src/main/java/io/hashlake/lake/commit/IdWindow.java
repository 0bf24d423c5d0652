package io.hashlake.lake.commit;

/**
 * Remembers the last ids of a partition: at least {@code capacity}, at most twice as many. It is two sets: when the newer is
 * full, the older is forgotten.
 */
final class IdWindow {

    private final int capacity;
    private IdSet newer = new IdSet();
    private IdSet older = new IdSet();

    IdWindow(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return newer.size() + older.size();
    }

    /** Remembers the id; false if it was remembered already. */
    boolean add(long id) {
        if (newer.contains(id) || older.contains(id)) {
            return false;
        }
        if (newer.size() == capacity) {
            older = newer;
            newer = new IdSet();
        }
        newer.add(id);
        return true;
    }
}
