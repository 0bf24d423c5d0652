package io.hashlake.lake.parquet;

/**
 * A row in a {@link RowBuffer}, where it takes hundreds of bytes instead of an object's thousands. Threads may share it.
 *
 * @param bytes holds it, among others
 * @param offset where it begins
 */
public record BufferedRow(byte[] bytes, int offset) {

    /** Returns the value of the table's first column, which is a number. */
    public long id() {
        BufferedFields fields = new BufferedFields(this);
        fields.next();
        return fields.number();
    }
}
