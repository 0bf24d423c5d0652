package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Parses JSON into drafts, or says why it cannot be. Threads may share one. */
final class DraftParser {

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(PageParser.MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final PageReader reader = new PageReader();
    private final StatusLineReader statuses = new StatusLineReader();

    /** An answer of v2. */
    PageDraft page(byte[] json) throws MalformedPageException {
        return read(json, reader::page);
    }

    /** A line of v2. */
    PageDraft line(byte[] json) throws MalformedPageException {
        return read(json, reader::line);
    }

    /** A line of v1.1. */
    PageDraft statuses(byte[] json) throws MalformedPageException {
        return read(json, statuses::line);
    }

    /** An empty one for what cannot be read, which is left to the reader that says why. */
    DocumentShape shape(byte[] input) {
        try (JsonParser json = factory.createParser(input)) {
            return DocumentShape.of(json, input);
        } catch (IOException e) {
            return new DocumentShape(input);
        }
    }

    private PageDraft read(byte[] input, Shape shape) throws MalformedPageException {
        try (JsonParser json = factory.createParser(input)) {
            if (json.currentLocation().getByteOffset() < 0) {
                throw new MalformedPageException("not readable: " + JsonProblem.ofEncoding(input));
            }
            return read(json, shape);
        } catch (IOException e) {
            throw unreadable(e, input);
        }
    }

    private static MalformedPageException unreadable(IOException error, byte[] input) {
        if (!(error instanceof JsonProcessingException json)) {
            return new MalformedPageException("not readable: " + error.getMessage());
        }
        String problem = "not readable: " + JsonProblem.of(json, input);
        return json.getLocation() == null
                ? new MalformedPageException(problem)
                : new MalformedPageException(problem, json.getLocation());
    }

    private static PageDraft read(JsonParser json, Shape shape) throws IOException, MalformedPageException {
        try {
            return shape.read(json);
        } catch (UnusableValueException e) {
            throw new MalformedPageException("not usable: " + e.getMessage(), json.currentTokenLocation());
        }
    }

    @FunctionalInterface
    private interface Shape {
        PageDraft read(JsonParser json) throws IOException, UnusableValueException;
    }
}
