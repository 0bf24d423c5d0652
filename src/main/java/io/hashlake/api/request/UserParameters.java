package io.hashlake.api.request;

import io.hashlake.api.value.Moment;
import io.hashlake.api.value.PageCursor;
import io.hashlake.api.value.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The user whose items are asked for, and where a page of them begins. */
@RegisterForReflection
public record UserParameters(
        @QueryParam("user")
        @Parameter(
                description = "Id of the user's account",
                required = true,
                example = "2244994945",
                schema = @Schema(type = SchemaType.STRING, pattern = "[0-9]+"))
        UserId user,

        @QueryParam("cursor")
        @Parameter(
                description = PageCursor.MEANING,
                example = PageCursor.EXAMPLE,
                schema = @Schema(type = SchemaType.STRING))
        PageCursor cursor)
        implements Checked {

    @Override
    public void check(InvalidParameters invalid, RequestClock clock) {
        if (user == null) {
            invalid.addMissing("user", UserId.ALLOWED);
        }
        if (cursor != null && !Moment.isPlausible(cursor.time())) {
            invalid.add("cursor", cursor.encoded(), PageCursor.ALLOWED);
        }
    }
}
