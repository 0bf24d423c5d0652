package io.hashlake.tweet;

import java.util.function.BiConsumer;

/**
 * Field that came after version 2 of the bus's schema, which has nested records. Records on the bus carry it after those, by its
 * name.
 *
 * @param setter puts its value into a post
 */
public record AddedField<T>(Field<Tweet, T> field, BiConsumer<Tweet.Builder, T> setter) {

    public AddedField {
        if (!field.optional() && !field.type().isList()) {
            throw new IllegalArgumentException(
                    field.name() + " is required, but posts that were stored before it came have no value for it");
        }
    }

    /** Puts the value that comes next into the post. */
    public void read(ValueReader in, Tweet.Builder post) {
        setter.accept(post, field.type().reader().apply(in));
    }
}
