package io.hashlake.dataset.load;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.dataset.csv.DatasetRow;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Rows of one file on their way to the dead letter. */
final class RejectedRows {

    static final Rejected.Stage STAGE = new Rejected.Stage("dataset");

    private static final int MAX_IN_MEMORY = 500;

    /** Characters of a row that are kept. */
    private static final int MAX_PAYLOAD = 10_000;

    private final String file;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final List<Rejected> rows = new ArrayList<>();
    private long count;

    RejectedRows(String file, DeadLetters deadLetters, Clock clock) {
        this.file = file;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    void add(DatasetRow row) throws IOException {
        add(row, String.join("; ", row.problems()));
    }

    void add(DatasetRow row, String reason) throws IOException {
        add(row.line(), reason, row.text());
    }

    /** Rejects the file as a whole. */
    void addFile(String reason) throws IOException {
        add(1, reason, "");
    }

    private void add(long line, String reason, String text) throws IOException {
        String kept = text.length() > MAX_PAYLOAD ? text.substring(0, MAX_PAYLOAD) : text;
        rows.add(new Rejected(clock.instant(), file + ":" + line, STAGE, reason, kept));
        count++;
        if (rows.size() >= MAX_IN_MEMORY) {
            keep();
        }
    }

    /** Keeps them durably. */
    void keep() throws IOException {
        deadLetters.add(rows);
        rows.clear();
    }

    long count() {
        return count;
    }
}
