package io.hashlake.x.json.draft;

/**
 * Picture or video that posts of a page have attached.
 *
 * @param type as X calls it
 * @param url its address, or that of its preview; null where not given
 * @param altText null where its author gave none
 */
public record Medium(String key, String type, String url, String altText) {

    public Medium {
        if (key == null || type == null) {
            throw new IllegalArgumentException("a medium needs a key and a type");
        }
    }
}
