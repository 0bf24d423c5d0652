package io.hashlake.core;

import java.io.IOException;

/** Another process follows the origin, and this one stands by. */
public final class StandbyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String follower;

    /** @param follower the process that follows it */
    public StandbyException(String origin, String follower) {
        super(origin + " is followed by " + follower);
        this.follower = follower;
    }

    public String follower() {
        return follower;
    }
}
