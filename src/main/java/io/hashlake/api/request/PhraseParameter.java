package io.hashlake.api.request;

import io.hashlake.api.value.SearchWords;
import io.hashlake.warehouse.analytics.PostFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Words that are looked for one after the other; null for none. */
@RegisterForReflection
public record PhraseParameter(
        @QueryParam("phrase")
        @Parameter(
                description = "Words that occur in the text one after the other",
                example = "climate change",
                schema = @Schema(type = SchemaType.STRING, maxLength = 200))
        SearchWords phrase) {

    /** The same posts, as far as the phrase is in their texts. */
    public PostFilter in(PostFilter filter) {
        return phrase == null ? filter : filter.withPhrase(phrase.text());
    }
}
