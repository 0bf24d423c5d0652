package io.hashlake.pipeline.route;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Refuses YAML that is nested so deeply that whoever walks through it would run out of stack. */
final class DepthLimit implements Parser {

    /** Far more than any route has: each step within a step takes three. */
    private static final int MAX_DEPTH = 200;

    private final Parser parser;
    private int depth;

    DepthLimit(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        depth += step(event.getEventId());
        if (depth > MAX_DEPTH) {
            throw new ParserException("nested too deeply", event.getStartMark());
        }
        return event;
    }

    private static int step(Event.ID id) {
        return switch (id) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
        };
    }
}
