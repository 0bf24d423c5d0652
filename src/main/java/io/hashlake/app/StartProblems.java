package io.hashlake.app;

import java.util.List;

/** Everything that keeps Hashlake from starting, in one message. */
final class StartProblems extends RuntimeException {

    StartProblems(List<String> problems) {
        super("Hashlake cannot start:\n  - " + String.join("\n  - ", problems));
    }
}
