package io.hashlake.index;

import java.io.IOException;

/** The index's server has refused a request. */
final class IndexAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    IndexAnswerException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
