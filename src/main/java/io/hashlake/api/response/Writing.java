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

    public static byte[] bytes(Answer answer, Encoding encoding) {
        boolean isJson = encoding.format() == Format.JSON;
        if (answer instanceof Answer.One one) {
            return isJson ? Json.bytes(one.value()) : rows(one.value().getClass(), List.of(one.value()), encoding);
        }
        Answer.Many<?> many = (Answer.Many<?>) answer;
        return isJson ? Json.bytes(many.rows()) : rows(many.type(), many.rows(), encoding);
    }

    /** Writes rows one by one. */
    public static RowWriter to(OutputStream target, Class<?> type, Encoding encoding) throws IOException {
        if (encoding.format() == Format.CSV) {
            Csv csv = new Csv(Csv.columns(type), target, encoding.bom());
            return rows -> {
                for (Record row : rows) {
                    csv.write(row);
                }
                csv.flush();
            };
        }
        return rows -> {
            for (Record row : rows) {
                target.write(Json.bytes(row));
                target.write('\n');
            }
        };
    }

    private static byte[] rows(Class<?> type, List<? extends Record> rows, Encoding encoding) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try {
            to(target, type, encoding).write(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    /** Takes rows. */
    public interface RowWriter {
        void write(List<? extends Record> rows) throws IOException;
    }
}
