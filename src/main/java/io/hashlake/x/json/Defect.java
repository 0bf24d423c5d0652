package io.hashlake.x.json;

/** Why one piece of otherwise readable JSON cannot be used. Without a stack trace: it is about the data, not the code. */
final class Defect extends Exception {

    private static final long serialVersionUID = 1L;

    Defect(String reason) {
        super(reason, null, false, false);
    }
}
