package io.hashlake.lake.parquet;

import static io.hashlake.lake.parquet.Column.required;
import static io.hashlake.lake.parquet.ColumnType.BYTES;
import static io.hashlake.lake.parquet.ColumnType.TERM;
import static io.hashlake.lake.parquet.ColumnType.TIMESTAMP;

import io.hashlake.core.Payload;
import java.util.List;

/** A payload with the stretch of its origin that it belongs to. */
public record RawRow(Payload payload, String start, String end) {

    /** The columns of {@code raw/}. */
    public static final Table<RawRow> TABLE = Table.of(
            "payload",
            "What was received at once, as it was received",
            List.of(
                    required("received_at", TIMESTAMP, "When it was received", row -> row.payload()
                            .receivedAt()),
                    required(
                            "start_position",
                            TERM,
                            "The source's position before the batch that it came with",
                            RawRow::start),
                    required("end_position", TERM, "The source's position after that batch", RawRow::end),
                    required(
                            "payload",
                            BYTES,
                            "The bytes as received, without the transfer's compression: JSON in UTF-8, if it was right",
                            row -> row.payload().json())));
}
