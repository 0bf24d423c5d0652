package io.hashlake.dataset.csv;

import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.DatasetColumn;
import io.hashlake.dataset.value.InvalidValueException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** A file of a dataset, read row by row. */
public final class DatasetFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The mark's bytes in UTF-8, as encodings of one byte read them. */
    private static final String MISREAD_MARK = "\u00EF\u00BB\u00BF";

    /** Characters of a value that a message shows. */
    private static final int SHOWN = 60;

    private final Dataset dataset;
    private final RecordReader records;
    private final Header header;

    private DatasetFile(Dataset dataset, RecordReader records, Header header) {
        this.dataset = dataset;
        this.records = records;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @throws RefusedFileException if there is none, or the dataset's rows cannot be under it
     */
    public static DatasetFile open(InputStream in, Dataset dataset) throws IOException, RefusedFileException {
        Reader text = withoutMark(new InputStreamReader(in, dataset.format().encoding()));
        RecordReader records = new RecordReader(text, dataset.format());
        RawRecord first = records.next();
        if (first == null) {
            throw new RefusedFileException("is empty: there is no header");
        }
        if (first.isUnreadable()) {
            throw new RefusedFileException("the header cannot be read: " + first.problem());
        }
        if (first.text().startsWith(MISREAD_MARK)) {
            throw new RefusedFileException("begins with the byte order mark of UTF-8, but the encoding is declared as "
                    + dataset.format().encoding());
        }
        return new DatasetFile(dataset, records, Header.of(first.fields(), dataset));
    }

    private static Reader withoutMark(Reader in) throws IOException {
        Reader text = new BufferedReader(in);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Columns of the dataset that the file has, in the order of the rows' values. */
    public List<DatasetColumn> columns() {
        return header.columns();
    }

    /** Names of columns that the dataset does not have. */
    public List<String> ignored() {
        return header.ignored();
    }

    /** Returns the next row, or null at the end. */
    public DatasetRow next() throws IOException {
        RawRecord raw = records.next();
        return raw == null ? null : row(raw);
    }

    private DatasetRow row(RawRecord raw) {
        if (raw.isUnreadable()) {
            return new DatasetRow(raw.line(), raw.text(), null, List.of(raw.problem()));
        }
        if (raw.fields().size() != header.width()) {
            return new DatasetRow(
                    raw.line(),
                    raw.text(),
                    null,
                    List.of("has " + raw.fields().size() + " fields, but the header has " + header.width()));
        }
        return typed(raw);
    }

    private DatasetRow typed(RawRecord raw) {
        String[] values = new String[columns().size()];
        List<String> problems = new ArrayList<>(0);
        for (int i = 0; i < values.length; i++) {
            DatasetColumn column = columns().get(i);
            String text = raw.fields().get(header.places().get(i)).strip();
            try {
                values[i] = value(column, text);
            } catch (InvalidValueException e) {
                problems.add("column " + column.header() + ": '" + shown(text) + "' " + e.getMessage());
            }
            if (values[i] == null && text.isEmpty() && isNeeded(column)) {
                problems.add("column " + column.header() + ": is empty, but needed");
            }
        }
        return new DatasetRow(raw.line(), raw.text(), values, problems);
    }

    private static String value(DatasetColumn column, String text) throws InvalidValueException {
        return text.isEmpty() ? null : column.format().canonical(text);
    }

    private boolean isNeeded(DatasetColumn column) {
        return column.required() || dataset.key().contains(column.name());
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
