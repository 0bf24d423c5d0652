package io.hashlake.tweet;

import static io.hashlake.tweet.FieldType.LONG_TEXT;
import static io.hashlake.tweet.FieldType.TERM;
import static io.hashlake.tweet.FieldType.TEXT;

import java.util.List;
import java.util.stream.Stream;

/** Fields of an account: columns of {@code twitter."user"}, and with {@code author_} before their names those of the lake. */
public final class UserFields {

    private static final FieldFactory<User> USER = new FieldFactory<>();

    /** Fields of an account's profile. */
    static final List<Field<User, ?>> DESCRIPTION = List.of(
            USER.text("username", TEXT, "User name without `@`", User::username).orNone(),
            USER.text("name", TEXT, "Display name", User::name).orNone(),
            USER.timestamp("created_at", "When the account was opened", User::createdAt)
                    .orNone(),
            USER.optionalFlag(
                    "verified", "Whether the account is verified", user -> user.isKnown() ? user.verified() : null),
            USER.text("verified_type", TERM, "`blue`, `business`, `government` or `none`", User::verifiedType)
                    .orNone(),
            USER.optionalFlag(
                    "protected",
                    "Whether the account shows its posts to followers alone",
                    user -> user.isKnown() ? user.isProtected() : null),
            USER.text("description", LONG_TEXT, "What the account says of itself", user -> user.profile()
                            .description())
                    .orNone(),
            USER.text("location", TEXT, "Where the account says it is, in free text", user -> user.profile()
                            .location())
                    .orNone(),
            USER.text("url", TEXT, "Address in the account's profile", user -> user.profile()
                            .url())
                    .orNone(),
            USER.text("profile_image_url", TEXT, "Address of the account's picture", user -> user.profile()
                            .imageUrl())
                    .orNone(),
            USER.count("followers_count", "Followers of the account, when observed", user -> user.counts()
                    .followers()),
            USER.count("following_count", "Accounts that the account follows, when observed", user -> user.counts()
                    .following()),
            USER.count("tweet_count", "Posts of the account, when observed", user -> user.counts()
                    .tweets()),
            USER.count("listed_count", "Lists that the account is on, when observed", user -> user.counts()
                    .listed()));

    public static final List<Field<User, ?>> ALL = Stream.concat(
                    Stream.of(USER.id("id", "Id of the account", User::id)), DESCRIPTION.stream())
            .toList();

    private UserFields() {}
}
