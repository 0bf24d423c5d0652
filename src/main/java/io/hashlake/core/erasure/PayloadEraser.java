package io.hashlake.core.erasure;

import java.util.Optional;

/** Removes posts from payloads as they were received. */
@FunctionalInterface
public interface PayloadEraser {

    /**
     * Removes what was erased.
     *
     * @param json not changed
     * @return the same array where it holds nothing of that; empty where nothing is left
     */
    Optional<byte[]> erase(byte[] json, Tombstones tombstones);

    /** Returns one that removes what either removes. */
    default PayloadEraser and(PayloadEraser other) {
        return (json, tombstones) -> erase(json, tombstones).flatMap(left -> other.erase(left, tombstones));
    }
}
