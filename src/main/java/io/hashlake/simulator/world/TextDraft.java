package io.hashlake.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** A text while it is written. It counts code points, because that is what X's offsets count. */
public final class TextDraft {

    private final StringBuilder text = new StringBuilder(320);
    private final List<Mark> marks = new ArrayList<>();
    private int length;

    int length() {
        return length;
    }

    /** Adds text as it is. */
    public TextDraft add(String words) {
        text.append(words);
        length += words.codePointCount(0, words.length());
        return this;
    }

    /** Adds a space unless the text is still empty. */
    TextDraft space() {
        return length == 0 ? this : add(" ");
    }

    /** Ends the sentence, unless its own words do. */
    TextDraft fullStop() {
        return text.charAt(text.length() - 1) == '?' ? this : add(".");
    }

    public TextDraft append(Text other) {
        for (Mark mark : other.marks()) {
            marks.add(new Mark(mark.type(), mark.start() + length, mark.end() + length, mark.value()));
        }
        return add(other.text());
    }

    TextDraft hashtag(String tag) {
        return marked(Mark.Type.HASHTAGS, "#" + tag, tag);
    }

    TextDraft mention(String username) {
        return marked(Mark.Type.MENTIONS, "@" + username, username);
    }

    TextDraft cashtag(String symbol) {
        return marked(Mark.Type.CASHTAGS, "$" + symbol, symbol);
    }

    TextDraft place(String name) {
        return marked(Mark.Type.ANNOTATIONS, name, name);
    }

    TextDraft link(String shortened, String expanded) {
        return marked(Mark.Type.URLS, shortened, expanded);
    }

    public Text finish() {
        return new Text(text.toString(), length, List.copyOf(marks));
    }

    private TextDraft marked(Mark.Type type, String shown, String value) {
        int start = length;
        add(shown);
        marks.add(new Mark(type, start, length, value));
        return this;
    }
}
