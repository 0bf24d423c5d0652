package io.hashlake.lake.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * An object's bytes, in order, over buffers that are never modified.
 *
 * @param buffers each with an accessible array
 */
record Content(List<ByteBuffer> buffers) {

    long size() {
        return buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** A new stream from the beginning. */
    InputStream stream() {
        List<InputStream> streams = new ArrayList<>(buffers.size());
        for (ByteBuffer buffer : buffers) {
            streams.add(new ByteArrayInputStream(
                    buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining()));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** Returns the value of the header {@code Content-MD5}. */
    String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            buffers.forEach(buffer -> digest.update(buffer.duplicate()));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same bytes in pieces of this size, the last of which may be shorter. */
    List<Content> parts(long bytes) {
        List<Content> parts = new ArrayList<>();
        List<ByteBuffer> part = new ArrayList<>();
        long room = bytes;
        for (ByteBuffer buffer : buffers) {
            ByteBuffer left = buffer.duplicate();
            while (left.hasRemaining()) {
                int taken = (int) Math.min(room, left.remaining());
                part.add(left.duplicate().limit(left.position() + taken));
                left.position(left.position() + taken);
                room -= taken;
                if (room == 0) {
                    parts.add(new Content(List.copyOf(part)));
                    part.clear();
                    room = bytes;
                }
            }
        }
        if (!part.isEmpty()) {
            parts.add(new Content(List.copyOf(part)));
        }
        return parts;
    }
}
