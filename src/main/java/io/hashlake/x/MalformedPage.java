package io.hashlake.x;

/** Input that is no JSON, or not the JSON of an answer; the message says what is wrong, and where. */
public final class MalformedPage extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPage(String message) {
        super(message);
    }
}
