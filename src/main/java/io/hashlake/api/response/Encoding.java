package io.hashlake.api.response;

/**
 * Encoding of a response as bytes.
 *
 * @param bom whether it begins with a byte order mark, by which Excel tells UTF-8; CSV only
 */
public record Encoding(Format format, boolean bom) {

    /** Meaning of the parameter {@code bom}, for the API's description. */
    static final String BOM_MEANING =
            "Whether CSV begins with a byte order mark, by which Excel tells UTF-8; with another format, true is refused";

    public Encoding {
        if (bom && format != Format.CSV) {
            throw new IllegalArgumentException("a byte order mark before " + format.id());
        }
    }
}
