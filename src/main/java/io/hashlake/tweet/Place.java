package io.hashlake.tweet;

/**
 * Place that a tweet is tagged with. Only the id is always present: the rest comes with the place's expansion, else
 * null.
 */
public record Place(String id, String fullName, String countryCode, String type) {

    public Place {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a place needs an id");
        }
    }
}
