package io.hashlake.iceberg;

import java.util.Optional;

/**
 * Address of the lake in Iceberg's metadata.
 *
 * @param prefix what stands before the keys of objects, such as {@code s3://bucket/lake/}
 */
public record LakeLocation(String prefix) {

    /** Returns the address of the object with that key. */
    String of(String key) {
        return prefix + key;
    }

    /** Returns the key of the object at that address; empty if it is outside of the lake. */
    Optional<String> key(String address) {
        return address.startsWith(prefix) ? Optional.of(address.substring(prefix.length())) : Optional.empty();
    }
}
