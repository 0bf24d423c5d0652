package io.hashlake.core.erasure;

import java.io.IOException;

/**
 * Removal of posts from one store. It may be killed at any moment and called again, while sinks write and readers read; a sink's
 * factory supplies that of its store.
 */
public interface Erasure extends Clearable {

    /**
     * Removes these posts and their retweets, all posts of these users, and the place of these posts; what else stands there
     * stays.
     *
     * @return how many posts it removed or changed, each copy counted: 0 where there is nothing left of them
     * @throws IOException if the store is unavailable; call again
     */
    long erase(Tombstones tombstones) throws IOException;
}
