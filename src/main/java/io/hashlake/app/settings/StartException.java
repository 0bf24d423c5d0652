package io.hashlake.app.settings;

import io.hashlake.core.Mistakes;
import io.hashlake.pipeline.RootCause;
import java.io.IOException;
import java.util.List;

/** Everything that keeps Hashlake from starting, in one message. */
public final class StartException extends RuntimeException {

    private final List<String> problems;

    public StartException(List<String> problems) {
        super("Hashlake cannot start:" + Mistakes.SEPARATOR + String.join(Mistakes.SEPARATOR, problems));
        this.problems = List.copyOf(problems);
    }

    /** One by one. */
    public List<String> problems() {
        return problems;
    }

    /** Describes in one line the cause of a problem that nobody foresaw. */
    public static String describe(Throwable problem) {
        Throwable cause = RootCause.of(problem);
        String what = RootCause.messageOf(problem);
        return cause instanceof IOException || what.startsWith(cause.getClass().getName())
                ? what
                : cause.getClass().getSimpleName() + ": " + what;
    }
}
