package io.hashlake.core;

/** Mistakes in what a user wrote, which are all told at once. */
public final class Mistakes {

    /** Between two mistakes in one message, which is an item of a list. */
    public static final String SEPARATOR = "\n  - ";

    private Mistakes() {}
}
