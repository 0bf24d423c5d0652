package io.hashlake.api.response;

/**
 * How an answer becomes bytes.
 *
 * @param bom whether it begins with a byte order mark, by which Excel tells UTF-8; CSV only
 */
public record Encoding(Format format, boolean bom) {

    public Encoding {
        if (bom && format != Format.CSV) {
            throw new IllegalArgumentException("a byte order mark before " + format.id());
        }
    }
}
