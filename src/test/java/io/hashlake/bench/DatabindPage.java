package io.hashlake.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A page of search results as Jackson's databind reads it, before any of it is put together into posts. */
record DatabindPage(List<Post> data, Includes includes, Map<String, String> meta) {

    record Post(
            String id,
            String text,
            @JsonProperty("author_id") String authorId,
            @JsonProperty("conversation_id") String conversationId,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("edit_history_tweet_ids") List<String> editHistory,
            Entities entities,
            String lang,
            @JsonProperty("possibly_sensitive") boolean possiblySensitive,
            @JsonProperty("public_metrics") Map<String, Long> metrics,
            @JsonProperty("referenced_tweets") List<Reference> references,
            @JsonProperty("context_annotations") List<Annotation> annotations,
            String source) {

        Post {
            Instant.parse(createdAt);
            Long.parseLong(id);
        }
    }

    record Entities(List<Tag> hashtags, List<Tag> cashtags, List<Mention> mentions, List<Link> urls) {}

    record Tag(int start, int end, String tag) {}

    record Mention(int start, int end, String username, String id) {}

    record Link(
            int start,
            int end,
            String url,
            @JsonProperty("expanded_url") String expanded,
            @JsonProperty("display_url") String display) {}

    record Reference(String type, String id) {}

    record Annotation(Named domain, Named entity) {}

    record Named(String id, String name) {}

    record Includes(List<Account> users, List<Place> places) {}

    record Account(
            String id,
            String username,
            String name,
            @JsonProperty("created_at") String createdAt,
            String description,
            String location,
            boolean verified,
            @JsonProperty("public_metrics") Map<String, Long> metrics) {}

    record Place(
            String id,
            @JsonProperty("full_name") String fullName,
            @JsonProperty("country_code") String country) {}
}
