package io.hashlake.api;

import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A statement's result as JSON has it.
 *
 * @param truncated whether there are more rows than are allowed
 */
public record SqlAnswer(List<Column> columns, List<List<Object>> rows, boolean truncated) {

    static byte[] bytes(Rows rows, Format format) throws IOException {
        return switch (format) {
            case CSV -> csv(rows);
            case TEXT -> TextTable.of(rows).getBytes(StandardCharsets.UTF_8);
            default -> Json.bytes(new SqlAnswer(rows.columns(), rows.rows(), rows.isCut()));
        };
    }

    private static byte[] csv(Rows rows) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Csv csv = new Csv(rows.columns().stream().map(Column::name).toList(), target);
        for (List<Object> row : rows.rows()) {
            csv.write(row);
        }
        csv.flush();
        return target.toByteArray();
    }

    static Problem problem(Refused refused) {
        ProblemType type =
                switch (refused.reason()) {
                    case INVALID -> ProblemType.INVALID_STATEMENT;
                    case FORBIDDEN -> ProblemType.FORBIDDEN;
                    case TIMEOUT, TOO_LARGE -> ProblemType.LIMIT_EXCEEDED;
                    case BUSY -> ProblemType.TOO_MANY_REQUESTS;
                    case OUTAGE -> ProblemType.UNAVAILABLE;
                    case NOT_CONFIGURED -> ProblemType.NOT_CONFIGURED;
                };
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                refused.detail(),
                List.of(),
                refused.sqlState().orElse(null),
                refused.position().isPresent() ? refused.position().getAsInt() : null);
    }
}
