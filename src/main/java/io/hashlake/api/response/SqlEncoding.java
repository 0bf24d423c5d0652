package io.hashlake.api.response;

import io.hashlake.api.value.SqlFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Encoding of a statement's result. */
@RegisterForReflection
public record SqlEncoding(
        @QueryParam("format")
        @Parameter(
                description = Format.MEANING,
                example = "text",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"json", "csv", "text"}))
        SqlFormat format,

        @QueryParam("bom")
        @Parameter(
                description = Encoding.BOM_MEANING,
                example = "false",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        Boolean bom,

        @HeaderParam("Accept") @Parameter(hidden = true) List<String> accept)
        implements EncodingParameters {

    @Override
    public Enum<?>[] formats() {
        return SqlFormat.values();
    }
}
