package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonLocation;

/** Input that is no JSON, or not the JSON of an answer; the message says what is wrong, and where. */
public final class MalformedPageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final long line;

    public MalformedPageException(String message) {
        super(message);
        this.problem = message;
        this.line = 0;
    }

    public MalformedPageException(String problem, JsonLocation at) {
        super(problem + ", at line " + at.getLineNr() + ", column " + at.getColumnNr() + ", byte "
                + at.getByteOffset());
        this.problem = problem;
        this.line = at.getLineNr();
    }

    /**
     * The message for input that is a part of a file, as it is placed there.
     *
     * @param lines line ends before the input
     */
    public String messageAfter(long lines) {
        return line == 0 ? problem : problem + ", at line " + (lines + line);
    }
}
