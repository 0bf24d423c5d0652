package io.hashlake.api.response;

import io.hashlake.api.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes answers in a format. */
public final class Writing {

    private Writing() {}

    /**
     * A record, or a list of records, as a whole.
     *
     * @param type of the records
     */
    public static byte[] bytes(Object value, Class<?> type, Encoding encoding) {
        if (encoding.format() == Format.JSON) {
            return Json.bytes(value);
        }
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try {
            to(target, type, encoding).write(value instanceof List<?> rows ? rows : List.of(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    /** Writes rows one by one. */
    public static RowWriter to(OutputStream target, Class<?> type, Encoding encoding) throws IOException {
        if (encoding.format() == Format.CSV) {
            Csv csv = new Csv(Csv.columns(type), target, encoding.bom());
            return rows -> {
                for (Object row : rows) {
                    csv.writeRecord(row);
                }
                csv.flush();
            };
        }
        return rows -> {
            for (Object row : rows) {
                target.write(Json.bytes(row));
                target.write('\n');
            }
        };
    }

    /** Takes rows. */
    public interface RowWriter {
        void write(List<?> rows) throws IOException;
    }
}
