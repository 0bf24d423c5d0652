package io.hashlake.dataset.declaration;

import io.hashlake.dataset.value.ValueFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Column of a dataset.
 *
 * @param name in the table
 * @param header in the files
 * @param format of its values
 * @param required whether every row has a value
 * @param references dataset whose key each value must be
 * @param description for people, as the table's comment
 */
public record DatasetColumn(
        String name,
        String header,
        ValueFormat format,
        boolean required,
        Optional<String> references,
        String description) {

    public DatasetColumn {
        Objects.requireNonNull(format, "format");
    }
}
