package io.hashlake.api;

/**
 * How an answer becomes bytes.
 *
 * @param bom whether it begins with a byte order mark, by which Excel tells UTF-8; CSV only
 */
record Encoding(Format format, boolean bom) {

    Encoding {
        if (bom && format != Format.CSV) {
            throw new IllegalArgumentException("a byte order mark before " + format.id());
        }
    }
}
