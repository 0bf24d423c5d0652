package io.hashlake.api.request;

import io.hashlake.api.value.LanguageTag;
import io.hashlake.api.value.Moment;
import io.hashlake.api.value.PageCursor;
import io.hashlake.api.value.SearchWords;
import io.hashlake.api.value.UserName;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.Sentiment;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.Selection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Choice of posts, beside hashtags and period; null where it does not matter. */
@RegisterForReflection
public record PostParameters(
        @QueryParam("text")
        @Parameter(
                description = "Words that all occur in the text",
                example = "climate",
                schema = @Schema(type = SchemaType.STRING, maxLength = 200))
        SearchWords text,

        @QueryParam("author")
        @Parameter(
                description = "User name, with or without @",
                example = "someone",
                schema = @Schema(type = SchemaType.STRING, maxLength = 101))
        UserName author,

        @QueryParam("language")
        @Parameter(description = "Language of the text", example = "pt", schema = @Schema(type = SchemaType.STRING))
        LanguageTag language,

        @QueryParam("sentiment")
        @Parameter(
                description = "Sentiment of the text",
                example = "neutral",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"negative", "neutral", "positive"}))
        Sentiment.Label sentiment,

        @QueryParam("network")
        @Parameter(
                description = "Network that it was posted on",
                example = "bluesky",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"x", "bluesky", "mastodon"}))
        Network network,

        @QueryParam("cursor")
        @Parameter(
                description = PageCursor.MEANING,
                example = PageCursor.EXAMPLE,
                schema = @Schema(type = SchemaType.STRING))
        PageCursor cursor)
        implements Checked {

    @Override
    public void check(InvalidParameters invalid, RequestClock clock) {
        if (cursor != null && !Moment.isPlausible(cursor.time())) {
            invalid.add("cursor", cursor.encoded(), PageCursor.ALLOWED);
        }
    }

    /** Posts of the selection that match. */
    public PostFilter filter(Selection selection) {
        return new PostFilter(
                selection.hashtags(),
                text == null ? null : text.text(),
                null,
                author == null ? null : author.text(),
                language == null ? null : language.text(),
                sentiment == null ? null : sentiment.id(),
                network == null ? null : network.id(),
                selection.from(),
                selection.to(),
                Optional.ofNullable(cursor)
                        .map(page -> new PostFilter.Position(page.time(), page.id()))
                        .orElse(null));
    }
}
