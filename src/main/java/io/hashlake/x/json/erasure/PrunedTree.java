package io.hashlake.x.json.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.erasure.Tombstones;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON tree from which erased posts are removed, with what only they referred to. */
final class PrunedTree {

    private static final List<String> PLACES = List.of("geo", "place", "coordinates");

    private final Tombstones tombstones;
    private final Set<String> kept = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private boolean isChanged;

    PrunedTree(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    boolean isChanged() {
        return isChanged;
    }

    /** Removes what was erased below the node, and returns whether the node itself was. */
    boolean prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return prune(object);
        }
        if (node instanceof ArrayNode array) {
            removeErased(array.elements());
        }
        return false;
    }

    private boolean prune(ObjectNode object) {
        JsonItem item = new JsonItem(object);
        if (item.isPost()) {
            boolean isErased = item.isErased(tombstones);
            (isErased ? gone : kept).addAll(item.attached());
            if (isErased) {
                isChanged = true;
                return true;
            }
            removePlace(item);
        }
        removeErased(object.elements());
        return false;
    }

    private void removeErased(Iterator<JsonNode> children) {
        while (children.hasNext()) {
            if (prune(children.next())) {
                children.remove();
            }
        }
    }

    private void removePlace(JsonItem post) {
        if (tombstones.places().contains(post.id()) && PLACES.stream().anyMatch(post.object()::has)) {
            post.object().remove(PLACES);
            isChanged = true;
        }
    }

    /** Returns whether the root is a line of a stream whose post is gone. */
    static boolean isLineWithoutPost(JsonNode root) {
        return root.has("matching_rules") && !root.has("data");
    }

    /** The root without the accounts and media that came for erased posts alone. */
    JsonNode withoutLeftovers(JsonNode root) {
        gone.removeAll(kept);
        JsonNode includes = root.path("includes");
        for (Map.Entry<String, String> list :
                Map.of("users", "id", "media", "media_key").entrySet()) {
            Iterator<JsonNode> items = includes.path(list.getKey()).elements();
            while (items.hasNext()) {
                if (gone.contains(items.next().path(list.getValue()).asText())) {
                    items.remove();
                }
            }
        }
        return root;
    }
}
