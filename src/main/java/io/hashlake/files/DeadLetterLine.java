package io.hashlake.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * A line of Hashlake's own dead letter.
 *
 * @param at when it was rejected
 * @param payload input of which no tweet could be made; null where {@code tweet} is not
 * @param tweet what could not be stored; null where {@code payload} is not
 */
record DeadLetterLine(Instant at, byte[] payload, Tweet tweet) {

    /** No other input begins so. */
    private static final byte[] START = "{\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = TweetJson.mapper();
    private static final ObjectReader TWEET = JSON.readerFor(Tweet.class);

    static boolean isOne(byte[] line) {
        return line.length > START.length && Arrays.equals(line, 0, START.length, START, 0, START.length);
    }

    /** @throws IllegalArgumentException if it is none after all; the message says why */
    static DeadLetterLine parse(byte[] line) {
        try {
            JsonNode letter = JSON.readTree(line);
            Instant at = Instant.parse(letter.path("at").asText());
            if (letter.hasNonNull("tweet")) {
                return new DeadLetterLine(at, null, TWEET.readValue(letter.get("tweet")));
            }
            if (!letter.path("payload").isTextual()) {
                throw new IllegalArgumentException("a dead letter has neither payload nor tweet");
            }
            return new DeadLetterLine(at, letter.get("payload").textValue().getBytes(StandardCharsets.UTF_8), null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable as a dead letter: " + JsonProblem.of(e), e);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("not readable as a dead letter: " + e.getMessage(), e);
        }
    }
}
