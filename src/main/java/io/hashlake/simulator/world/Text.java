package io.hashlake.simulator.world;

import java.util.List;

/**
 * A text and what stands marked up in it.
 *
 * @param length in code points
 * @param marks in the order of the text
 */
public record Text(String text, int length, List<Mark> marks) {

    /** Returns the text that a mark covers. */
    public String covered(Mark mark) {
        int start = text.offsetByCodePoints(0, mark.start());
        return text.substring(start, text.offsetByCodePoints(start, mark.end() - mark.start()));
    }

    /** The beginning up to a space at or before this many code points, with the marks that lie wholly in it. */
    public Text upTo(int most) {
        if (length <= most) {
            return this;
        }
        int space = text.lastIndexOf(' ', text.offsetByCodePoints(0, most));
        String beginning = text.substring(0, Math.max(space, 0));
        int kept = beginning.codePointCount(0, beginning.length());
        return new Text(
                beginning,
                kept,
                marks.stream().filter(mark -> mark.end() <= kept).toList());
    }
}
