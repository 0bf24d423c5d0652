package io.hashlake.x.json.erasure;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import java.io.IOException;
import java.util.Optional;

/**
 * Removes posts from pages and lines of X's API, and from statuses of version 1.1. Most payloads hold nothing of what was erased,
 * so their numbers are compared before anything is parsed. What cannot be parsed and holds an id of it goes as a whole.
 */
public final class JsonEraser implements PayloadEraser {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public Optional<byte[]> erase(byte[] json, Tombstones tombstones) {
        if (!hasIdOf(json, tombstones)) {
            return Optional.of(json);
        }
        try {
            JsonNode root = JSON.readTree(json);
            PrunedTree tree = new PrunedTree(tombstones);
            if (tree.prune(root) || PrunedTree.isLineWithoutPost(root)) {
                return Optional.empty();
            }
            return Optional.of(tree.isChanged() ? JSON.writeValueAsBytes(tree.withoutLeftovers(root)) : json);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasIdOf(byte[] json, Tombstones tombstones) {
        long number = 0;
        boolean isNumber = false;
        for (byte character : json) {
            if (character >= '0' && character <= '9') {
                number = number * 10 + character - '0';
                isNumber = true;
            } else {
                if (isNumber && isIdOf(number, tombstones)) {
                    return true;
                }
                number = 0;
                isNumber = false;
            }
        }
        return isNumber && isIdOf(number, tombstones);
    }

    private static boolean isIdOf(long number, Tombstones tombstones) {
        return tombstones.posts().contains(number)
                || tombstones.users().contains(number)
                || tombstones.places().contains(number);
    }
}
