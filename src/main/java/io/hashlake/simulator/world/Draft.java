package io.hashlake.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** A text while it is written. It counts code points, because that is what X's offsets count. */
public final class Draft {

    private final StringBuilder text = new StringBuilder(320);
    private final List<Mark> marks = new ArrayList<>();
    private int length;

    int length() {
        return length;
    }

    /** Adds text as it is. */
    public Draft add(String words) {
        text.append(words);
        length += words.codePointCount(0, words.length());
        return this;
    }

    /** Adds a space unless the text is still empty. */
    Draft space() {
        return length == 0 ? this : add(" ");
    }

    /** Ends the sentence, unless its own words do. */
    Draft fullStop() {
        return text.charAt(text.length() - 1) == '?' ? this : add(".");
    }

    public Draft append(Text other) {
        for (Mark mark : other.marks()) {
            marks.add(new Mark(mark.type(), mark.start() + length, mark.end() + length, mark.value()));
        }
        return add(other.text());
    }

    Draft hashtag(String tag) {
        return marked(Mark.Type.HASHTAGS, "#" + tag, tag);
    }

    Draft mention(String username) {
        return marked(Mark.Type.MENTIONS, "@" + username, username);
    }

    Draft cashtag(String symbol) {
        return marked(Mark.Type.CASHTAGS, "$" + symbol, symbol);
    }

    Draft place(String name) {
        return marked(Mark.Type.ANNOTATIONS, name, name);
    }

    Draft link(String shortened, String expanded) {
        return marked(Mark.Type.URLS, shortened, expanded);
    }

    public Text finish() {
        return new Text(text.toString(), length, List.copyOf(marks));
    }

    private Draft marked(Mark.Type type, String shown, String value) {
        int start = length;
        add(shown);
        marks.add(new Mark(type, start, length, value));
        return this;
    }
}
