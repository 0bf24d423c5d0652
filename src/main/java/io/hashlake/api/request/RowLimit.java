package io.hashlake.api.request;

import io.hashlake.api.value.RowCount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Number of rows that are asked for. */
@RegisterForReflection
public record RowLimit(
        @QueryParam("limit")
        @Parameter(
                description = "How many rows there are at most",
                example = "10",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
        RowCount limit) {

    public int or(int usual) {
        return limit == null ? usual : limit.value();
    }
}
