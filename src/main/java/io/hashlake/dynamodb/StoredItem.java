package io.hashlake.dynamodb;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as DynamoDB has it.
 *
 * @param userName null where the payload did not give it
 */
@Schema(name = "Item", description = "A post as the table of DynamoDB has it")
public record StoredItem(
        @Schema(description = "Key of the item: SHA-256 of what is the same in every observation of the post")
        String hash,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long postId,

        Instant createdAt,

        @Schema(description = "When the post was received in this state")
        Instant observedAt,

        @Schema(description = "When the item was written") Instant processedAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        long userId,

        @Schema(nullable = true) String userName,
        String text,
        @Schema(description = "Canonical forms") List<String> hashtags,

        @Schema(description = "Period in UTC in which the user's posts are counted, such as `2026-11-22`")
        String period,

        @Schema(description = "Posts of the user in the period, when the item was written")
        long userPosts) {

    static StoredItem of(Map<String, AttributeValue> item) {
        return new StoredItem(
                text(item, Attributes.HASH),
                Long.parseLong(text(item, Attributes.POST_ID)),
                Instant.parse(text(item, Attributes.CREATED_AT)),
                Instant.parse(text(item, Attributes.OBSERVED_AT)),
                Instant.parse(text(item, Attributes.PROCESSED_AT)),
                Long.parseLong(text(item, Attributes.USER_ID)),
                item.containsKey(Attributes.USER_NAME) ? text(item, Attributes.USER_NAME) : null,
                text(item, Attributes.TEXT),
                item.get(Attributes.HASHTAGS).l().stream()
                        .map(AttributeValue::s)
                        .toList(),
                text(item, Attributes.PERIOD),
                Long.parseLong(item.get(Attributes.USER_POSTS).n()));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.get(name).s();
    }
}
