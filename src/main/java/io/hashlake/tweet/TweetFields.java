package io.hashlake.tweet;

import static io.hashlake.tweet.FieldType.LONG_TEXT;
import static io.hashlake.tweet.FieldType.TERM;
import static io.hashlake.tweet.FieldType.TERMS;
import static io.hashlake.tweet.FieldType.TEXT;
import static io.hashlake.tweet.FieldType.TEXTS;
import static io.hashlake.tweet.TweetValues.analysed;
import static io.hashlake.tweet.TweetValues.hashtags;
import static io.hashlake.tweet.TweetValues.place;
import static io.hashlake.tweet.TweetValues.referenced;
import static io.hashlake.tweet.TweetValues.sentiment;
import static io.hashlake.tweet.TweetValues.withheld;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fields of a post, declared once. The columns of the lake and of {@code twitter.tweet}, the order of COPY, the merge of
 * observations, the newest schema of the bus, the API's posts and docs/columns.md follow from this table.
 */
public final class TweetFields {

    private static final FieldFactory<Tweet> POST = new FieldFactory<>();

    private static final List<Field<Tweet, ?>> FIRST = List.of(
            POST.id("id", "Id of the post; on X it grows with time", Tweet::id),
            POST.timestamp("created_at", "When it was written", Tweet::createdAt),
            POST.text(
                    "text",
                    LONG_TEXT,
                    "The whole text: of a long post the long one, of a retweet the original's",
                    Tweet::text),
            POST.text("language", TERM, "Language as X detected it, BCP 47; `und` where it could not", Tweet::language)
                    .orNone(),
            POST.id("author_id", "Id of the author's account", tweet -> tweet.author()
                    .id()));

    private static final List<Field<Tweet, ?>> AUTHOR = UserFields.DESCRIPTION.stream()
            .<Field<Tweet, ?>>map(field -> field.of(Tweet::author, "author_").inLakeOnly())
            .toList();

    private static final List<Field<Tweet, ?>> CONTENT = List.of(
            POST.texts(
                            "followed",
                            TERMS,
                            "Followed hashtags for which it was fetched: in the lake it stands in the partition of each",
                            Tweet::followed)
                    .merged(Merge.UNION),
            POST.texts(
                            "hashtags",
                            TERMS,
                            "All its hashtags, canonical: NFKC, case-folded, without `#`",
                            hashtags(Hashtag::canonical))
                    .inLakeOnly(),
            POST.texts(
                            "hashtags_text",
                            TERMS,
                            "The same hashtags in the same order, as written",
                            hashtags(Hashtag::text))
                    .inLakeOnly(),
            POST.texts("mentions", TEXTS, "Mentioned user names without `@`", tweet -> tweet.entities()
                    .mentions()),
            POST.texts("urls", TEXTS, "Addresses, expanded where X gave them", tweet -> tweet.entities()
                    .urls()),
            POST.texts("cashtags", TEXTS, "Cashtags without `$`", tweet -> tweet.entities()
                    .cashtags()),
            POST.texts("annotations", TERMS, "What X recognised in the text, as `Type:text`", tweet -> tweet.entities()
                    .annotations()),
            POST.texts("topics", TERMS, "What X takes the post to be about, as `Domain:Entity`", Tweet::topics),
            POST.optionalId("retweeted_id", "Id of the post that it repeats", referenced(Reference.Type.RETWEETED)),
            POST.optionalId("quoted_id", "Id of the post that it quotes", referenced(Reference.Type.QUOTED)),
            POST.optionalId("replied_to_id", "Id of the post that it answers", referenced(Reference.Type.REPLIED_TO)),
            POST.optionalId("conversation_id", "Id of the thread's first post", Tweet::conversationId),
            POST.optionalId("in_reply_to_user_id", "Id of the account that it answers", Tweet::inReplyToUserId),
            POST.count("retweet_count", "Reposts, when observed", tweet -> tweet.metrics()
                    .retweets()),
            POST.count("reply_count", "Replies, when observed", tweet -> tweet.metrics()
                    .replies()),
            POST.count("like_count", "Likes, when observed", tweet -> tweet.metrics()
                    .likes()),
            POST.count("quote_count", "Quotes, when observed", tweet -> tweet.metrics()
                    .quotes()),
            POST.count("bookmark_count", "Bookmarks, when observed", tweet -> tweet.metrics()
                    .bookmarks()),
            POST.count("impression_count", "Views, when observed", tweet -> tweet.metrics()
                    .impressions()),
            POST.flag(
                    "possibly_sensitive", "Whether a link or picture in it may be sensitive", Tweet::possiblySensitive),
            POST.text("client", TERM, "Application that it was sent with", Tweet::client)
                    .orNone(),
            POST.text("place_id", TERM, "Id of the place that the author shared", place(Place::id))
                    .orNone(),
            POST.text("place_full_name", TERM, "Full name of that place", place(Place::fullName))
                    .orNone(),
            POST.text("place_country_code", TERM, "Its country, ISO 3166-1 alpha-2", place(Place::countryCode))
                    .orNone(),
            POST.text("place_type", TERM, "Its kind: `city`, `country`, `poi` and the like", place(Place::type))
                    .orNone(),
            POST.ids(
                    "edit_history",
                    "Ids of all its versions, oldest first; empty where X did not say",
                    Tweet::editHistory),
            POST.optionalFlag(
                    "withheld_copyright",
                    "Whether it is withheld for a copyright claim; null where it is not withheld",
                    withheld(Withheld::copyright)),
            POST.texts(
                            "withheld_countries",
                            TERMS,
                            "Countries in which it must not be shown, ISO 3166-1 alpha-2 or X's `XX` and `XY`",
                            withheld(Withheld::countryCodes))
                    .orNone(),
            POST.text("withheld_scope", TERM, "`tweet` or `user`", withheld(Withheld::scope))
                    .orNone(),
            POST.timestamp(
                    "observed_at",
                    "When this state of the post was received: what the counts refer to",
                    Tweet::observedAt),
            POST.text(
                            "clean_text",
                            LONG_TEXT,
                            "The text without addresses, mentions, retweet marker, emojis and invisible characters; null"
                                    + " where it was not analysed",
                            analysed(TextAnalysis::cleanText))
                    .orNone(),
            POST.texts("emojis", TERMS, "Emojis of the text, in its order", analysed(TextAnalysis::emojis))
                    .orNone(),
            POST.text(
                            "text_language",
                            TERM,
                            "Language of the text, ISO 639: X's where X knew it, else detected",
                            analysed(TextAnalysis::language))
                    .orNone(),
            POST.optionalReal(
                    "polarity",
                    "Sentiment from -1, negative, to 1, positive; null without a lexicon for the language",
                    sentiment(Sentiment::polarity)),
            POST.optionalReal(
                    "subjectivity",
                    "From 0, facts, to 1, opinions; null without a lexicon for the language",
                    sentiment(Sentiment::subjectivity)),
            POST.text(
                            "sentiment",
                            TERM,
                            "`negative`, `neutral` or `positive`; null without a lexicon for the language",
                            sentiment(sentiment -> sentiment.label().id()))
                    .orNone());

    /** Fields that came later, in the order in which they came: a new one goes to the end, none is ever moved or removed. */
    public static final List<AddedField<?>> ADDED = List.of(
            new AddedField<>(
                    POST.optionalFlag(
                            "paid_partnership",
                            "Whether the author disclosed it as containing paid promotion",
                            Tweet::paidPartnership),
                    Tweet.Builder::paidPartnership),
            new AddedField<>(
                    POST.optionalId("community_id", "Id of the community that it was posted to", Tweet::communityId),
                    Tweet.Builder::communityId),
            new AddedField<>(
                    POST.text(
                                    "reply_settings",
                                    TERM,
                                    "Who may reply: `everyone`, `mentionedUsers`, `following` and the like",
                                    Tweet::replySettings)
                            .orNone(),
                    Tweet.Builder::replySettings),
            new AddedField<>(
                    POST.texts(
                            "media_types",
                            TERMS,
                            "Kinds of its media: `photo`, `video` or `animated_gif`",
                            Tweet::mediaTypes),
                    Tweet.Builder::mediaTypes),
            new AddedField<>(
                    POST.texts(
                            "media_urls",
                            TEXTS,
                            "Address of each medium in the same order, of a video its preview's; empty where not given",
                            Tweet::mediaUrls),
                    Tweet.Builder::mediaUrls),
            new AddedField<>(
                    POST.texts(
                            "media_alt_texts",
                            TEXTS,
                            "Alternative text of each medium in the same order; empty where its author gave none",
                            Tweet::mediaAltTexts),
                    Tweet.Builder::mediaAltTexts),
            new AddedField<>(
                    POST.text(
                                    "network",
                                    TERM,
                                    "Network that it was posted on: `x`, `bluesky` or `mastodon`; null in files of earlier"
                                            + " versions, all of X",
                                    tweet -> tweet.network().id())
                            .orNone(),
                    (post, id) -> post.network(id == null ? Network.X : Network.of(id))),
            new AddedField<>(
                    POST.text(
                                    "uri",
                                    TEXT,
                                    "Its key on Bluesky, `at://…`, or Mastodon, `https://…`, of which the id is a hash; null"
                                            + " on X",
                                    Tweet::uri)
                            .orNone(),
                    Tweet.Builder::uri));

    /** All fields, in the order in which the lake has them. */
    public static final List<Field<Tweet, ?>> ALL = Stream.of(
                    FIRST,
                    AUTHOR,
                    CONTENT,
                    ADDED.stream().map(AddedField::field).toList())
            .<Field<Tweet, ?>>flatMap(List::stream)
            .toList();

    private TweetFields() {}
}
