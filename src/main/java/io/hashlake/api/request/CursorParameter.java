package io.hashlake.api.request;

import io.hashlake.api.value.PageCursor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Start of a page of a list. */
@RegisterForReflection
public record CursorParameter(
        @QueryParam("cursor")
        @Parameter(
                description = PageCursor.MEANING,
                example = PageCursor.EXAMPLE,
                schema = @Schema(type = SchemaType.STRING))
        PageCursor cursor) {

    /** Empty for the first page. */
    public Optional<PageCursor> position() {
        return Optional.ofNullable(cursor);
    }
}
