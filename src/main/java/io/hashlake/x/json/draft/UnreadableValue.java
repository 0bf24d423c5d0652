package io.hashlake.x.json.draft;

/**
 * Values of one field that could not be read, and were left out of the posts of one document.
 *
 * @param field name in X's JSON
 * @param example the first of them, and what is wrong with it
 * @param count how many there were
 */
public record UnreadableValue(String field, String example, int count) {

    UnreadableValue oneMore() {
        return new UnreadableValue(field, example, count + 1);
    }
}
