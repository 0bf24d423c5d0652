package io.hashlake.api.request;

import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Limits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;

/** Hashtags of which a post carries any; none for all posts. */
@RegisterForReflection
public record HashtagParameters(
        @QueryParam("hashtag")
        @Separator(",")
        @Parameter(
                description =
                        "Only posts with any of these hashtags, with or without the sign: up to 50, separated by commas",
                example = "[\"climate\", \"covid19\"]",
                style = ParameterStyle.FORM,
                explode = Explode.FALSE,
                schema =
                        @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Limits.MAX_HASHTAGS))
        List<Hashtag> hashtags)
        implements Checked {

    @Override
    public void check(InvalidParameters invalid, RequestClock clock) {
        if (hashtags.stream().map(Hashtag::canonical).distinct().count() > Limits.MAX_HASHTAGS) {
            invalid.add("hashtag", Limits.MAX_HASHTAGS + 1 + " or more", "up to " + Limits.MAX_HASHTAGS + " hashtags");
        }
    }
}
