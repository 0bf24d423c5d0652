package io.hashlake.api.request;

import io.hashlake.tweet.Hashtag;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Hashtag that an address names. */
@RegisterForReflection
public record HashtagPath(
        @PathParam("hashtag")
        @Parameter(
                description = "A hashtag without its sign, in any spelling",
                example = "climate",
                schema = @Schema(type = SchemaType.STRING, maxLength = Hashtag.MAX_LENGTH))
        Hashtag hashtag) {

    /** The hashtag alone. */
    public List<Hashtag> hashtags() {
        return List.of(hashtag);
    }
}
