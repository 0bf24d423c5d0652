package io.hashlake.warehouse;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hashlake.tweet.Tweet;

/** Tweets as JSON for the dead letter, faithful enough to be read back as the same tweet. */
final class TweetJson {

    /** Escaping what is not ASCII keeps half surrogates, which are a reason to be in the dead letter. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private TweetJson() {}

    /** One object, with the names of the record's components. */
    static String write(Tweet tweet) {
        try {
            return MAPPER.writeValueAsString(tweet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tweet " + tweet.id() + " cannot be written as JSON", e);
        }
    }
}
