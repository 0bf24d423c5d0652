package io.hashlake.x;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;

/**
 * Parses X's JSON, in either {@link Vocabulary}, into tweets. Threads may share one.
 *
 * <ul>
 *   <li>A long post's text and entities are the whole ones; a retweet's are the original's, where the payload has it, plus
 *       its own hashtags. A quoting tweet keeps its own.
 *   <li>Whatever stands in {@code entities} is listed once, in the order of the text.
 *   <li>A tweet with a value of the wrong type, without id, {@code created_at}, {@code author_id} or text, or with a string
 *       of more than 100,000 characters is rejected, alone; of its JSON up to 64 KiB are kept. So is a broken user, place
 *       or original, without which the tweets that refer to it are kept.
 *   <li>Unknown fields are passed over; JSON nested deeper than 64 levels is refused as a whole.
 * </ul>
 */
public final class PageParser {

    private static final int MAX_DEPTH = 64;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final PageReader reader = new PageReader();
    private final StatusLineReader statuses = new StatusLineReader();

    /**
     * Parses an answer of which everything in {@code data}, one object or a list, is a tweet.
     *
     * @param json UTF-8
     * @param origin for whom it was fetched, as rejected pieces carry it
     * @param observedAt when it was received
     * @throws MalformedPage if it is no such answer, or not all of it
     */
    public SearchPage parse(byte[] json, String origin, Instant observedAt) throws MalformedPage {
        return new PageAssembler(read(json, reader::page), json, origin, observedAt).assemble();
    }

    /**
     * Parses one line of a file or a stream: a page, a single answer, a stream's line, or a tweet by itself as tools
     * flatten it, with {@code author} and the tweets referred to inside; or what v1.1 gives: a status, a list of them, or a
     * search's answer. A line that holds other things (users, counts, rules, errors, nothing) has no tweets.
     *
     * @param json UTF-8
     * @param origin whose line it is, as rejected pieces carry it
     * @param observedAt when it was received
     * @throws MalformedPage if it is no JSON, or not all of it
     */
    public SearchPage parseLine(byte[] json, String origin, Instant observedAt) throws MalformedPage {
        Shape shape = isStatus(json) ? statuses::line : reader::line;
        return new PageAssembler(read(json, shape), json, origin, observedAt).assemble();
    }

    /** What cannot be read is left to the reader that says why. */
    private boolean isStatus(byte[] input) {
        try (JsonParser json = factory.createParser(input)) {
            return StatusDetector.isStatus(json);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Parses one line of a stream: as {@link #parseLine}, with the rules that its post matched.
     *
     * @throws MalformedPage if it is no JSON, or not all of it
     */
    StreamLine parseStreamLine(byte[] json, String origin, Instant receivedAt) throws MalformedPage {
        PageDraft draft = read(json, reader::line);
        SearchPage page = new PageAssembler(draft, json, origin, receivedAt).assemble();
        return new StreamLine(page.tweets(), page.rejected(), draft.matchedRules);
    }

    private PageDraft read(byte[] input, Shape shape) throws MalformedPage {
        try (JsonParser json = factory.createParser(input)) {
            if (json.currentLocation().getByteOffset() < 0) {
                throw new MalformedPage("not readable: it is not in UTF-8");
            }
            return read(json, shape);
        } catch (JsonProcessingException e) {
            throw new MalformedPage("not readable: " + e.getOriginalMessage() + at(e.getLocation()));
        } catch (IOException e) {
            throw new MalformedPage("not readable: " + e.getMessage());
        }
    }

    private static PageDraft read(JsonParser json, Shape shape) throws IOException, MalformedPage {
        try {
            return shape.read(json);
        } catch (Defect e) {
            throw new MalformedPage("not usable: " + e.getMessage() + at(json.currentTokenLocation()));
        }
    }

    private static String at(JsonLocation location) {
        return location == null
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr() + ", byte "
                        + location.getByteOffset();
    }

    @FunctionalInterface
    private interface Shape {
        PageDraft read(JsonParser json) throws IOException, Defect;
    }
}
