package io.hashlake.index;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts posts into bodies of at most so many bytes, in their order; a post that is larger by itself has a body of its own. A body
 * is made when it is asked for.
 */
final class BulkBodies implements Iterator<BulkBody> {

    private final Iterator<PendingPost> posts;
    private final String alias;
    private final int maxBytes;
    private PendingPost next;
    private byte[] nextLines;

    BulkBodies(List<PendingPost> posts, String alias, int maxBytes) {
        this.posts = posts.iterator();
        this.alias = alias;
        this.maxBytes = maxBytes;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public BulkBody next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<PendingPost> taken = new ArrayList<>();
        do {
            bytes.writeBytes(nextLines);
            taken.add(next);
            advance();
        } while (next != null && bytes.size() + nextLines.length <= maxBytes);
        return new BulkBody(bytes.toByteArray(), taken);
    }

    private void advance() {
        next = posts.hasNext() ? posts.next() : null;
        nextLines = next == null ? null : PostDocument.lines(next.tweet(), alias);
    }
}
