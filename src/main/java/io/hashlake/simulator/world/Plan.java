package io.hashlake.simulator.world;

/**
 * Plan of a post before its text is written: all that an index needs.
 *
 * @param versions numbers of all versions, oldest first, itself among them
 * @param target the post that it quotes, answers or reposts; itself if none
 * @param author place of its author in the crowd
 * @param hashtags places of its hashtags in the world's list, in the order of the text; not to be changed
 * @param isLong whether its text goes beyond 280 characters
 */
public record Plan(
        long number,
        long[] versions,
        PostKind kind,
        long target,
        int author,
        SimulatedLanguage language,
        int[] hashtags,
        boolean isLong) {

    /** The version from which text and everything else is drawn. */
    public long original() {
        return versions[0];
    }

    /** Returns the number of edits that led to this version. */
    public int edits() {
        int edits = 0;
        while (versions[edits] != number) {
            edits++;
        }
        return edits;
    }
}
