package io.hashlake.api.problem;

import java.io.IOException;

/** A client does not send its request or take its response to the end: nothing went wrong here, and nobody is left to be told. */
public final class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1;

    public ClientGoneException(IOException cause) {
        super(cause);
    }
}
