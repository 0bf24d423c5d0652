package io.hashlake.warehouse.sink;

import io.hashlake.tweet.User;
import io.hashlake.warehouse.jdbc.Times;
import java.time.Instant;

/** An account as one observation showed it. */
record ObservedAccount(User user, Instant observedAt) {

    long id() {
        return user.id();
    }

    /** The one of the two that is to be stored: a described one before any other, then the newer, then this. */
    ObservedAccount newest(ObservedAccount other) {
        if (!other.user.isKnown()) {
            return this;
        }
        return !user.isKnown() || Times.compare(other.observedAt, observedAt) > 0 ? other : this;
    }
}
