package io.hashlake.lake.store;

/** Where files of one kind are kept together; two are equal if they are the same place. */
public interface Directory {

    /** The beginning of its files' keys, ending in {@code /}. */
    String path();
}
