package io.hashlake.lake.commit;

import io.hashlake.core.Position;
import java.util.List;
import java.util.Optional;

/**
 * Position at which an origin resumes reading after an interruption, and the commits that it is therefore about to
 * deliver again.
 *
 * @param position from which it reads
 * @param cursor what its cursor says; empty if it has none
 * @param isNew whether it was not heard of before in this process: without a cursor it then starts wherever it likes
 */
record Resumption(String position, Optional<String> cursor, boolean isNew) {

    /**
     * The intents whose rows come again: everything after the one that ends at the position; where none does, everything
     * from the one that starts there, or that was made when the cursor stood where it still stands.
     *
     * @param intents of one origin, in their order
     */
    List<WriteAheadRecord> repeated(List<WriteAheadRecord> intents) {
        for (int i = intents.size() - 1; i >= 0; i--) {
            if (Position.areSame(intents.get(i).end(), position)) {
                return intents.subList(i + 1, intents.size());
            }
        }
        for (int i = 0; i < intents.size(); i++) {
            if (Position.areSame(intents.get(i).start(), position) || isUnpassed(intents.get(i))) {
                return intents.subList(i, intents.size());
            }
        }
        return List.of();
    }

    private boolean isUnpassed(WriteAheadRecord intent) {
        return cursor.isEmpty()
                ? isNew && intent.cursor().isEmpty()
                : isCursor(position) && intent.cursor().filter(this::isCursor).isPresent();
    }

    private boolean isCursor(String place) {
        return Position.areSame(place, cursor.orElseThrow());
    }
}
