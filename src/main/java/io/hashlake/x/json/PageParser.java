package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hashlake.x.client.Vocabulary;
import io.hashlake.x.json.draft.PageDraft;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parses X's JSON, in either {@link Vocabulary}, into tweets. Threads may share one.
 *
 * <ul>
 *   <li>A long post's text and entities are the whole ones; a retweet's are the original's, where the payload has it, plus
 *       its own hashtags. A quoting tweet keeps its own.
 *   <li>Whatever stands in {@code entities} is listed once, in the order of the text.
 *   <li>A tweet without id, text, time or author is rejected, alone; of its JSON up to 64 KiB are kept. The time follows from
 *       the id where it is not given.
 *   <li>Any other value that cannot be read, as one of the wrong type or a string of more than 100,000 characters, is left out
 *       and told to the {@link ValueListener}; the tweet is kept.
 *   <li>Unknown fields are passed over; JSON nested deeper than 64 levels is refused as a whole.
 * </ul>
 */
public final class PageParser {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_WRAPPERS = 4;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final PageReader reader = new PageReader();
    private final StatusLineReader statuses = new StatusLineReader();
    private final ValueListener listener;

    public PageParser() {
        this(UnreadableValues.OF_PROCESS);
    }

    /** @param listener hears which values could not be read */
    public PageParser(ValueListener listener) {
        this.listener = listener;
    }

    /**
     * Parses an answer of which everything in {@code data}, one object or a list, is a tweet.
     *
     * @param json UTF-8
     * @param origin for whom it was fetched, as rejected pieces carry it
     * @param observedAt when it was received
     * @throws MalformedPage if it is no such answer, or not all of it
     */
    public SearchPage parse(byte[] json, String origin, Instant observedAt) throws MalformedPage {
        return assemble(read(json, reader::page), json, origin, observedAt);
    }

    /**
     * Parses one line of a file or a stream: a page, a single answer, a stream's line, or a tweet by itself as tools
     * flatten it, with {@code author} and the tweets referred to inside; or what v1.1 gives: a status, a list of them, or a
     * search's answer; or any of these as a tool wraps it, see {@link DocumentShape}. A line that holds other things (users, counts, rules, errors, nothing) has no tweets.
     *
     * @param json UTF-8
     * @param origin whose line it is, as rejected pieces carry it
     * @param observedAt when it was received
     * @throws MalformedPage if it is no JSON, or not all of it
     */
    public SearchPage parseLine(byte[] json, String origin, Instant observedAt) throws MalformedPage {
        return parseLine(json, origin, observedAt, MAX_WRAPPERS);
    }

    private SearchPage parseLine(byte[] json, String origin, Instant observedAt, int wrappers) throws MalformedPage {
        DocumentShape shape = shape(json);
        if (shape != null && wrappers > 0 && shape.isListOfWrappers()) {
            return parseElements(json, origin, observedAt, wrappers);
        }
        if (shape != null && wrappers > 0 && shape.wrapped() != null) {
            return parseLine(shape.wrapped(), origin, observedAt, wrappers - 1);
        }
        Shape read = shape != null && shape.isStatus() ? statuses::line : reader::line;
        return assemble(read(json, read), json, origin, observedAt);
    }

    private SearchPage parseElements(byte[] list, String origin, Instant observedAt, int wrappers)
            throws MalformedPage {
        List<SearchPage> pages = new ArrayList<>();
        for (byte[] element : elements(list)) {
            pages.add(parseLine(element, origin, observedAt, wrappers));
        }
        return SearchPage.of(pages);
    }

    private List<byte[]> elements(byte[] list) throws MalformedPage {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser json = factory.createParser(list)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                long start = json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                elements.add(Arrays.copyOfRange(
                        list, (int) start, (int) json.currentLocation().getByteOffset()));
            }
            return elements;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Null for what cannot be read, which is left to the reader that says why. */
    private DocumentShape shape(byte[] input) {
        try (JsonParser json = factory.createParser(input)) {
            return DocumentShape.of(json, input);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Parses one line of a stream: as {@link #parseLine}, with the rules that its post matched.
     *
     * @throws MalformedPage if it is no JSON, or not all of it
     */
    public StreamLine parseStreamLine(byte[] json, String origin, Instant receivedAt) throws MalformedPage {
        PageDraft draft = read(json, reader::line);
        SearchPage page = assemble(draft, json, origin, receivedAt);
        return new StreamLine(page.tweets(), page.rejected(), draft.matchedRules);
    }

    private SearchPage assemble(PageDraft draft, byte[] json, String origin, Instant observedAt) {
        SearchPage page = new PageAssembler(draft, json, origin, observedAt).assemble();
        draft.unreadable().forEach(value -> listener.unreadable(origin, value));
        return page;
    }

    private PageDraft read(byte[] input, Shape shape) throws MalformedPage {
        try (JsonParser json = factory.createParser(input)) {
            if (json.currentLocation().getByteOffset() < 0) {
                throw new MalformedPage("not readable: " + JsonProblem.ofEncoding(input));
            }
            return read(json, shape);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static MalformedPage unreadable(IOException error) {
        if (error instanceof JsonProcessingException json && json.getLocation() != null) {
            return new MalformedPage("not readable: " + JsonProblem.of(json), json.getLocation());
        }
        return new MalformedPage("not readable: " + error.getMessage());
    }

    private static PageDraft read(JsonParser json, Shape shape) throws IOException, MalformedPage {
        try {
            return shape.read(json);
        } catch (Defect e) {
            throw new MalformedPage("not usable: " + e.getMessage(), json.currentTokenLocation());
        }
    }

    @FunctionalInterface
    private interface Shape {
        PageDraft read(JsonParser json) throws IOException, Defect;
    }
}
