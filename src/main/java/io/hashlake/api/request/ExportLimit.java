package io.hashlake.api.request;

import io.hashlake.api.value.ExportCount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Number of posts that are exported. */
@RegisterForReflection
public record ExportLimit(
        @QueryParam("limit")
        @DefaultValue("100000")
        @Parameter(
                description = "How many posts there are at most",
                example = "2500",
                schema =
                        @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000", defaultValue = "100000"))
        ExportCount limit) {}
