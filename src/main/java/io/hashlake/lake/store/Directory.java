package io.hashlake.lake.store;

/** Directory whose files are kept together; two are equal if they are the same place. */
public interface Directory {

    /** The beginning of its files' keys, ending in {@code /}. */
    String path();
}
