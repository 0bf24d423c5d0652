package io.hashlake.dataset.load;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's text format of COPY. */
final class CopyText {

    private static final int FLUSH_LENGTH = 1 << 16;

    private final CopyIn target;
    private final StringBuilder rows = new StringBuilder(FLUSH_LENGTH + (1 << 12));

    CopyText(CopyIn target) {
        this.target = target;
    }

    void row(long line, String[] values) throws SQLException {
        rows.append(line);
        for (String value : values) {
            rows.append('\t');
            add(value);
        }
        rows.append('\n');
        if (rows.length() >= FLUSH_LENGTH) {
            flush();
        }
    }

    private void add(String value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        target.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
