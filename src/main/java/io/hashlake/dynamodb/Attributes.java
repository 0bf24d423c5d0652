package io.hashlake.dynamodb;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Names of an item's attributes, and their values. */
final class Attributes {

    static final String HASH = "hash";
    static final String POST_ID = "post_id";
    static final String CREATED_AT = "created_at";
    static final String OBSERVED_AT = "observed_at";
    static final String PROCESSED_AT = "processed_at";
    static final String USER_ID = "user_id";
    static final String USER_NAME = "user_name";
    static final String TEXT = "text";
    static final String HASHTAGS = "hashtags";
    static final String PERIOD = "period";
    static final String USER_POSTS = "user_posts";

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue id(long value) {
        return text(Long.toString(value));
    }

    static AttributeValue count(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue texts(List<String> values) {
        return AttributeValue.fromL(values.stream().map(Attributes::text).toList());
    }
}
