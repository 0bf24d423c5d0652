package io.hashlake.api.problem;

import java.io.IOException;

/** A client does not send its request or take its response to the end: nothing went wrong here, and nobody is left to be told. */
public final class ClientGone extends IOException {

    private static final long serialVersionUID = 1;

    public ClientGone(IOException cause) {
        super(cause);
    }
}
