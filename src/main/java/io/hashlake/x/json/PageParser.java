package io.hashlake.x.json;

import io.hashlake.x.json.draft.PageDraft;
import java.time.Instant;

/**
 * Parses X's JSON, in either vocabulary, into tweets. Threads may share one.
 *
 * <ul>
 *   <li>A long post's text and entities are the whole ones; a retweet's are the original's, where the payload has it, plus
 *       its own hashtags. A quoting tweet keeps its own.
 *   <li>Whatever stands in {@code entities} is listed once, in the order of the text.
 *   <li>A tweet without id, text, time or author is rejected, alone; of its JSON up to 64 KiB are kept. The time follows from
 *       the id where it is not given.
 *   <li>Any other value that cannot be read, as one of the wrong type or a string of more than 100,000 characters, is left out
 *       and told to the {@link ValueListener}; the tweet is kept.
 *   <li>Unknown fields are passed over; JSON nested deeper than {@value #MAX_DEPTH} levels is refused as a whole.
 * </ul>
 */
public final class PageParser {

    /** Levels of nesting up to which JSON is read. */
    public static final int MAX_DEPTH = 64;

    private final DraftParser drafts = new DraftParser();
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
     * @throws MalformedPageException if it is no such answer, or not all of it
     */
    public SearchPage parse(byte[] json, String origin, Instant observedAt) throws MalformedPageException {
        return new PageAssembler(drafts.page(json), json, observation(origin, observedAt)).assemble();
    }

    /**
     * Parses one line of a file or a stream: a page, a single answer, a stream's line, or a tweet by itself as tools
     * flatten it, with {@code author} and the tweets referred to inside; or what v1.1 gives: a status, a list of them, or a
     * search's answer; or any of these as a tool wraps it, see {@link DocumentShape}. A line that holds other things (users, counts, rules, errors, nothing) has no tweets.
     *
     * @param json UTF-8
     * @param origin whose line it is, as rejected pieces carry it
     * @param observedAt when it was received
     * @throws MalformedPageException if it is no JSON, or not all of it
     */
    public SearchPage parseLine(byte[] json, String origin, Instant observedAt) throws MalformedPageException {
        return new LineParser(drafts, observation(origin, observedAt)).parse(json);
    }

    /**
     * Parses one line of a stream: as {@link #parseLine}, with the rules that its post matched.
     *
     * @throws MalformedPageException if it is no JSON, or not all of it
     */
    public StreamLine parseStreamLine(byte[] json, String origin, Instant receivedAt) throws MalformedPageException {
        PageDraft draft = drafts.line(json);
        PageAssembler assembler = new PageAssembler(draft, json, observation(origin, receivedAt));
        if (draft.isOfPosts) {
            draft.others.forEach(assembler::rejectOther);
        }
        SearchPage page = assembler.assemble();
        return new StreamLine(page.tweets(), page.rejected(), page.included(), draft.matchedRules);
    }

    private ReadContext observation(String origin, Instant at) {
        return new ReadContext(origin, at, listener);
    }
}
