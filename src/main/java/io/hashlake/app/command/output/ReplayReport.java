package io.hashlake.app.command.output;

import io.hashlake.core.Quantity;
import io.hashlake.core.Rejected.Stage;
import io.hashlake.files.FileOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Report of a replay at its end. */
public final class ReplayReport {

    private final Map<Stage, Long> refused = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private long tweets;
    private long rejected;
    private boolean isComplete = true;
    private boolean hasPosts;

    public void add(FileOutcome outcome) {
        lines.add(outcome.toString());
        tweets += outcome.progress().tweets();
        rejected += outcome.progress().rejected();
        isComplete &= outcome instanceof FileOutcome.Done || outcome instanceof FileOutcome.Empty;
        hasPosts |= !(outcome instanceof FileOutcome.Empty);
    }

    public void addUncommitted(Path path, String reason) {
        lines.add(path.getFileName() + ": " + reason + "; the same command goes on from there");
        isComplete = false;
    }

    /** Posts that went to the dead letter behind the files. */
    public void addRefused(Stage stage, long posts) {
        if (posts > 0) {
            refused.put(stage, posts);
        }
    }

    /** Returns whether all of every file is committed, nothing was rejected, and there was any post at all. */
    public boolean isGood() {
        return isComplete && !isRejecting() && hasPosts;
    }

    private String result() {
        if (!isComplete) {
            return "not everything could be read";
        }
        return isRejecting() ? "all but what was rejected is committed" : "everything is committed";
    }

    private boolean isRejecting() {
        return rejected > 0 || !refused.isEmpty();
    }

    private List<String> rejections() {
        List<String> rejections = new ArrayList<>();
        if (rejected > 0) {
            rejections.add(String.format("%,d in the files", rejected));
        }
        refused.forEach((stage, count) -> rejections.add(String.format("%,d by the %s", count, stage.id())));
        return rejections;
    }

    /** @param deadLetters where rejected input is kept */
    public List<String> lines(Path deadLetters) {
        List<String> all = new ArrayList<>(lines);
        all.add(new Quantity(tweets, "post") + " in all, " + result());
        if (isRejecting()) {
            all.add("Rejected: " + String.join(", ", rejections()) + "; they and the reasons are in "
                    + deadLetters.toAbsolutePath().normalize());
        }
        return all;
    }
}
