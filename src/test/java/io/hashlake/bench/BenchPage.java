package io.hashlake.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One page of a search, whose posts can be given other ids: the second million differs from the first one.
 *
 * @param posts how many it has
 * @param places offsets of the posts' ids, equally many per post
 */
record BenchPage(byte[] json, int posts, int[] places) {

    private static final byte[] PREFIX =
            Long.toString(PostGenerator.FIRST_ID / PostGenerator.MAX_POSTS).getBytes(StandardCharsets.US_ASCII);

    static BenchPage of(String json, int posts) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int[] places = new int[4 * posts];
        int found = 0;
        for (int at = 0; at + PREFIX.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + PREFIX.length, PREFIX, 0, PREFIX.length)) {
                places[found++] = at;
            }
        }
        return new BenchPage(bytes, posts, Arrays.copyOf(places, found));
    }

    static BenchPage read(DataInputStream in) throws IOException {
        int posts = in.readInt();
        int[] places = new int[in.readInt()];
        for (int i = 0; i < places.length; i++) {
            places[i] = in.readInt();
        }
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return new BenchPage(json, posts, places);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(posts);
        out.writeInt(places.length);
        for (int place : places) {
            out.writeInt(place);
        }
        out.writeInt(json.length);
        out.write(json);
    }

    /** Returns the JSON with ids below {@code end}; the page itself is changed. */
    byte[] withIdsBelow(long end) {
        long first = idAt(places[0]);
        for (int place : places) {
            byte[] digits = Long.toString(end - 1 - (idAt(place) - first)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, json, place, digits.length);
        }
        return json;
    }

    private long idAt(int place) {
        long id = 0;
        for (int i = place; i < place + 19; i++) {
            id = 10 * id + json[i] - '0';
        }
        return id;
    }
}
