package io.hashlake.lake.parquet;

import static io.hashlake.lake.parquet.Column.list;
import static io.hashlake.lake.parquet.Column.optional;
import static io.hashlake.lake.parquet.Column.required;
import static io.hashlake.lake.parquet.ColumnType.FLAG;
import static io.hashlake.lake.parquet.ColumnType.INTEGER;
import static io.hashlake.lake.parquet.ColumnType.LONG_TEXT;
import static io.hashlake.lake.parquet.ColumnType.NUMBER;
import static io.hashlake.lake.parquet.ColumnType.TERM;
import static io.hashlake.lake.parquet.ColumnType.TEXT;
import static io.hashlake.lake.parquet.ColumnType.TIMESTAMP;
import static io.hashlake.lake.parquet.TweetValues.accounts;
import static io.hashlake.lake.parquet.TweetValues.analysed;
import static io.hashlake.lake.parquet.TweetValues.author;
import static io.hashlake.lake.parquet.TweetValues.count;
import static io.hashlake.lake.parquet.TweetValues.emojis;
import static io.hashlake.lake.parquet.TweetValues.entities;
import static io.hashlake.lake.parquet.TweetValues.hashtags;
import static io.hashlake.lake.parquet.TweetValues.ofKnownAuthor;
import static io.hashlake.lake.parquet.TweetValues.place;
import static io.hashlake.lake.parquet.TweetValues.profile;
import static io.hashlake.lake.parquet.TweetValues.referenced;
import static io.hashlake.lake.parquet.TweetValues.sentiment;
import static io.hashlake.lake.parquet.TweetValues.withheld;
import static io.hashlake.lake.parquet.TweetValues.withheldCountries;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.util.List;

/** The columns of {@code tweets/}: the one place that says what they are called, what they mean and what goes in. */
public final class TweetSchema {

    public static final List<Column<Tweet>> COLUMNS = List.of(
            required("id", INTEGER, "Id of the post, a snowflake", Tweet::id),
            required("created_at", TIMESTAMP, "When it was written", Tweet::createdAt),
            required(
                    "text",
                    LONG_TEXT,
                    "The whole text: of a long post the long one, of a retweet the original's",
                    Tweet::text),
            optional("language", TERM, "Language as X detected it, BCP 47; `und` where it could not", Tweet::language),
            required("author_id", INTEGER, "Id of the author's account", author(User::id)),
            optional("author_username", TEXT, "Author's name without `@`", author(User::username)),
            optional("author_name", TEXT, "Author's display name", author(User::name)),
            optional("author_created_at", TIMESTAMP, "When the account was opened", author(User::createdAt)),
            optional("author_verified", FLAG, "Whether the account is verified", ofKnownAuthor(User::verified)),
            optional(
                    "author_verified_type",
                    TERM,
                    "`blue`, `business`, `government` or `none`",
                    author(User::verifiedType)),
            optional(
                    "author_protected",
                    FLAG,
                    "Whether the account shows its posts to followers alone",
                    ofKnownAuthor(User::isProtected)),
            optional(
                    "author_description",
                    LONG_TEXT,
                    "What the author says of themselves",
                    profile(User.Profile::description)),
            optional(
                    "author_location",
                    TEXT,
                    "Where the author says they are, in free text",
                    profile(User.Profile::location)),
            optional("author_url", TEXT, "Address in the author's profile", profile(User.Profile::url)),
            optional(
                    "author_profile_image_url",
                    TEXT,
                    "Address of the author's picture",
                    profile(User.Profile::imageUrl)),
            optional(
                    "author_followers_count",
                    INTEGER,
                    "Accounts that follow the author, when observed",
                    accounts(User.Counts::followers)),
            optional(
                    "author_following_count",
                    INTEGER,
                    "Accounts that the author follows, when observed",
                    accounts(User.Counts::following)),
            optional(
                    "author_tweet_count", INTEGER, "Posts of the author, when observed", accounts(User.Counts::tweets)),
            optional(
                    "author_listed_count",
                    INTEGER,
                    "Lists that the author stands in, when observed",
                    accounts(User.Counts::listed)),
            list(
                    "followed",
                    TERM,
                    "Followed hashtags for which the post was fetched: it stands in the partition of each",
                    Tweet::followed),
            list(
                    "hashtags",
                    TERM,
                    "All its hashtags, canonical: NFKC, case-folded, without `#`",
                    hashtags(Hashtag::canonical)),
            list("hashtags_text", TERM, "The same hashtags in the same order, as written", hashtags(Hashtag::text)),
            list("mentions", TEXT, "Mentioned user names without `@`", entities(Entities::mentions)),
            list("urls", TEXT, "Addresses, expanded where X gave them", entities(Entities::urls)),
            list("cashtags", TEXT, "Cashtags without `$`", entities(Entities::cashtags)),
            list("annotations", TERM, "What X recognised in the text, as `Type:text`", entities(Entities::annotations)),
            list("topics", TERM, "What X takes the post to be about, as `Domain:Entity`", Tweet::topics),
            optional("retweeted_id", INTEGER, "Id of the post that it repeats", referenced(Reference.Type.RETWEETED)),
            optional("quoted_id", INTEGER, "Id of the post that it quotes", referenced(Reference.Type.QUOTED)),
            optional("replied_to_id", INTEGER, "Id of the post that it answers", referenced(Reference.Type.REPLIED_TO)),
            optional("conversation_id", INTEGER, "Id of the thread's first post", Tweet::conversationId),
            optional("in_reply_to_user_id", INTEGER, "Id of the account that it answers", Tweet::inReplyToUserId),
            optional("retweet_count", INTEGER, "Reposts, when observed", count(Metrics::retweets)),
            optional("reply_count", INTEGER, "Answers, when observed", count(Metrics::replies)),
            optional("like_count", INTEGER, "Likes, when observed", count(Metrics::likes)),
            optional("quote_count", INTEGER, "Quotes, when observed", count(Metrics::quotes)),
            optional("bookmark_count", INTEGER, "Bookmarks, when observed", count(Metrics::bookmarks)),
            optional("impression_count", INTEGER, "Views, when observed", count(Metrics::impressions)),
            required(
                    "possibly_sensitive",
                    FLAG,
                    "Whether a link or picture in it may be sensitive",
                    Tweet::possiblySensitive),
            optional("client", TERM, "Application that it was sent with", Tweet::client),
            optional("place_id", TERM, "Id of the place that the author shared", place(Place::id)),
            optional("place_full_name", TERM, "Full name of that place", place(Place::fullName)),
            optional("place_country_code", TERM, "Its country, ISO 3166-1 alpha-2", place(Place::countryCode)),
            optional("place_type", TERM, "Its kind: `city`, `country`, `poi` and the like", place(Place::type)),
            list(
                    "edit_history",
                    INTEGER,
                    "Ids of all its versions, oldest first; empty where X did not say",
                    Tweet::editHistory),
            optional(
                    "withheld_copyright",
                    FLAG,
                    "Whether it is withheld for a copyright claim; null where it is not withheld",
                    withheld(Withheld::copyright)),
            list(
                    "withheld_countries",
                    TERM,
                    "Countries in which it must not be shown, ISO 3166-1 alpha-2 or X's `XX` and `XY`",
                    withheldCountries()),
            optional("withheld_scope", TERM, "`tweet` or `user`", withheld(Withheld::scope)),
            required(
                    "observed_at",
                    TIMESTAMP,
                    "When this state of the post was received: what the counts refer to",
                    Tweet::observedAt),
            optional(
                    "clean_text",
                    LONG_TEXT,
                    "The text without addresses, mentions, retweet marker, emojis and invisible characters; null where it was"
                            + " not analysed",
                    analysed(TextAnalysis::cleanText)),
            list("emojis", TERM, "Emojis of the text, in its order", emojis()),
            optional(
                    "text_language",
                    TERM,
                    "Language of the text, ISO 639: X's where X knew it, else detected",
                    analysed(TextAnalysis::language)),
            optional(
                    "polarity",
                    NUMBER,
                    "Mood from -1, negative, to 1, positive; null without a lexicon for the language",
                    sentiment(Sentiment::polarity)),
            optional(
                    "subjectivity",
                    NUMBER,
                    "From 0, facts, to 1, opinions; null without a lexicon for the language",
                    sentiment(Sentiment::subjectivity)),
            optional(
                    "sentiment",
                    TERM,
                    "`negative`, `neutral` or `positive`; null without a lexicon for the language",
                    sentiment(sentiment -> sentiment.label().id())));

    public static final Table<Tweet> TABLE = Table.of("tweet", "One post as it looked when it was observed", COLUMNS);

    private TweetSchema() {}
}
