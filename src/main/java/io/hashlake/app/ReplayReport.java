package io.hashlake.app;

import io.hashlake.files.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a replay tells at its end. */
final class ReplayReport {

    private final List<String> lines = new ArrayList<>();
    private long tweets;
    private long rejected;
    private boolean isComplete = true;
    private boolean hasPosts;

    void add(Outcome outcome) {
        lines.add(outcome.toString());
        tweets += outcome.progress().tweets();
        rejected += outcome.progress().rejected();
        isComplete &= outcome instanceof Outcome.Done || outcome instanceof Outcome.Empty;
        hasPosts |= !(outcome instanceof Outcome.Empty);
    }

    void addUncommitted(Path path, String reason) {
        lines.add(path.getFileName() + ": " + reason + "; the same command goes on from there");
        isComplete = false;
    }

    /** Whether all of every file is committed, nothing was rejected, and there was any post at all. */
    boolean isGood() {
        return isComplete && rejected == 0 && hasPosts;
    }

    /** @param deadLetters where rejected input is kept */
    List<String> lines(Path deadLetters) {
        List<String> all = new ArrayList<>(lines);
        all.add(String.format(
                "%,d posts in all, %s",
                tweets, isComplete ? "everything is committed" : "not everything could be read"));
        if (rejected > 0) {
            all.add(String.format(
                    "%,d pieces were rejected; they and the reasons are in %s",
                    rejected, deadLetters.toAbsolutePath().normalize()));
        }
        return all;
    }
}
