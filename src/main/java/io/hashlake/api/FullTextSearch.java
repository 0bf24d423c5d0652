package io.hashlake.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.index.IndexQuery;
import io.hashlake.index.IndexSearch;
import io.hashlake.index.IndexedPost;
import io.hashlake.tweet.Network;
import io.hashlake.warehouse.analytics.PostFilter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Search in the full-text index. */
public final class FullTextSearch implements PostSearch {

    private static final Logger LOG = Logger.getLogger(FullTextSearch.class);

    private final IndexSearch index;

    public FullTextSearch(IndexSearch index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public List<FoundPost> search(PostFilter filter, int limit) {
        try {
            return index.search(query(filter), limit).stream().map(this::found).toList();
        } catch (IOException e) {
            LOG.warnf("The index cannot be searched: %s", e.getMessage());
            throw ProblemType.INDEX_UNAVAILABLE
                    .because("the index cannot be searched or takes too long just now; try again")
                    .thrown();
        }
    }

    private static IndexQuery query(PostFilter filter) {
        PostFilter.Position before = filter.before();
        return new IndexQuery(
                filter.hashtags(),
                filter.text(),
                filter.phrase(),
                filter.author(),
                filter.language(),
                filter.sentiment(),
                filter.network(),
                filter.from(),
                filter.to(),
                before == null ? null : new IndexQuery.After(before.createdAt(), before.id()));
    }

    private FoundPost found(IndexedPost post) {
        JsonNode fields = post.fields();
        return new FoundPost(
                fields.path("id").asLong(),
                Instant.parse(fields.path("created_at").asText()),
                fields.path("author_id").asLong(),
                text(fields, "author_username"),
                text(fields, "author_name"),
                fields.has("author_verified") ? fields.get("author_verified").asBoolean() : null,
                fields.path("text").asText(),
                text(fields, "text_language"),
                texts(fields.path("hashtags")),
                count(fields, "retweet_count"),
                count(fields, "reply_count"),
                count(fields, "like_count"),
                count(fields, "quote_count"),
                fields.has("polarity") ? fields.get("polarity").asDouble() : null,
                text(fields, "sentiment"),
                Instant.parse(fields.path("observed_at").asText()),
                fields.path("network").asText(Network.X.id()),
                text(fields, "uri"),
                post.matches(),
                name());
    }

    private static String text(JsonNode fields, String name) {
        return fields.path(name).textValue();
    }

    private static Long count(JsonNode fields, String name) {
        return fields.has(name) ? fields.get(name).asLong() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
