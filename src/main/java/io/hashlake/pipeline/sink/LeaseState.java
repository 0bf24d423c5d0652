package io.hashlake.pipeline.sink;

/** An origin's lease, as this process knows it. */
sealed interface LeaseState {

    /**
     * It was not asked for yet.
     *
     * @param again whether this process had it before
     */
    record Wanted(boolean again) implements LeaseState {}

    /** Another process has it. */
    record Waiting(String follower) implements LeaseState {}

    /** This process has it, as long as it renews it. */
    record Held(long token) implements LeaseState {}

    /** This process had it, and is not done with what began then. */
    record Lost() implements LeaseState {}
}
