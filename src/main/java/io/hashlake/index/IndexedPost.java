package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Post that a search has found.
 *
 * @param fields by the names of a post's columns; those without a value are missing
 * @param matches parts of the text that match, in their order, without overlaps
 */
public record IndexedPost(JsonNode fields, List<TextSpan> matches) {

    public IndexedPost {
        matches = List.copyOf(matches);
    }
}
