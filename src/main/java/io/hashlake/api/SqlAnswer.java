package io.hashlake.api;

import io.hashlake.api.json.Json;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.response.Csv;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.TextTable;
import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statement's result as JSON has it.
 *
 * @param truncated whether there are more rows than are allowed
 */
@Schema(description = "The rows")
public record SqlAnswer(
        List<Column> columns,
        List<List<Object>> rows,
        @Schema(description = "Whether there are more") boolean truncated) {

    /** Types whose values a number of JavaScript does not hold. They are texts, all of them, so that readers know by the type. */
    private static final Set<String> WIDE = Set.of("int8", "bigserial", "numeric", "_int8");

    static byte[] bytes(Rows rows, Encoding encoding) throws IOException {
        return switch (encoding.format()) {
            case CSV -> csv(rows, encoding.bom());
            case TEXT -> TextTable.of(rows).getBytes(StandardCharsets.UTF_8);
            default -> Json.bytes(new SqlAnswer(rows.columns(), exact(rows), rows.isCut()));
        };
    }

    private static List<List<Object>> exact(Rows rows) {
        boolean[] isWide = new boolean[rows.columns().size()];
        for (int i = 0; i < isWide.length; i++) {
            isWide[i] = WIDE.contains(rows.columns().get(i).type());
        }
        return rows.rows().stream().map(row -> exact(row, isWide)).toList();
    }

    private static List<Object> exact(List<Object> row, boolean[] isWide) {
        List<Object> exact = new ArrayList<>(row);
        for (int i = 0; i < isWide.length; i++) {
            if (isWide[i]) {
                exact.set(i, exact(row.get(i)));
            }
        }
        return exact;
    }

    private static Object exact(Object value) {
        if (value instanceof List<?> list) {
            List<Object> exact = new ArrayList<>();
            list.forEach(element -> exact.add(exact(element)));
            return exact;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static byte[] csv(Rows rows, boolean bom) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Csv csv = new Csv(rows.columns().stream().map(Column::name).toList(), target, bom);
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
