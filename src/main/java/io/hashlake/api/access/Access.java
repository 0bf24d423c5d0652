package io.hashlake.api.access;

import io.hashlake.api.problem.Problem;

/** Result of comparing a request with the policy. */
public sealed interface Access {

    /** Grants the request. */
    record Granted() implements Access {}

    /** Ends the request. */
    record Refused(Problem problem) implements Access {}

    /** Leaves it to the identity provider, which knows tokens that the configuration does not. */
    record Deferred() implements Access {}
}
