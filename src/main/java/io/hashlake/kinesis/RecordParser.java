package io.hashlake.kinesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import io.hashlake.tweet.User;
import io.hashlake.tweet.ValueReader;
import io.hashlake.tweet.Withheld;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a post of what {@link RecordWriter} wrote, in this version or an earlier one. */
final class RecordParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordFields row;

    private RecordParser(JsonNode row) {
        this.row = new RecordFields(row);
    }

    /** @throws IllegalArgumentException if it is no such record; the message says why */
    static Tweet read(byte[] record) {
        try {
            JsonNode row = JSON.readTree(record);
            if (row == null || !row.isObject()) {
                throw new IllegalArgumentException("the record is no JSON object");
            }
            return new RecordParser(row).post();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the record is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the record is no JSON: " + e.getMessage(), e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Tweet post() {
        Tweet.Builder post = Tweet.builder()
                .id(row.at("id").required(ValueReader::id))
                .createdAt(row.at("created_at").required(ValueReader::timestamp))
                .text(row.at("text").required(ValueReader::text))
                .language(row.at("language").text())
                .author(author())
                .entities(entities())
                .references(references())
                .conversationId(row.at("conversation_id").id())
                .inReplyToUserId(row.at("in_reply_to_user_id").id())
                .metrics(metrics())
                .possiblySensitive(row.at("possibly_sensitive").isSet())
                .client(row.at("client").text())
                .place(place())
                .editHistory(row.at("edit_history").ids())
                .withheld(withheld())
                .topics(row.at("topics").texts())
                .observedAt(row.at("observed_at").required(ValueReader::timestamp))
                .followed(row.at("followed").texts())
                .analysis(analysis());
        for (AddedField<?> added : TweetFields.ADDED) {
            added.read(row.at(added.field().name()), post);
        }
        return post.build();
    }

    private User author() {
        return new User(
                row.at("author_id").required(ValueReader::id),
                row.at("author_username").text(),
                row.at("author_name").text(),
                row.at("author_created_at").timestamp(),
                row.at("author_verified").isSet(),
                row.at("author_verified_type").text(),
                row.at("author_protected").isSet(),
                new User.Profile(
                        row.at("author_description").text(),
                        row.at("author_location").text(),
                        row.at("author_url").text(),
                        row.at("author_profile_image_url").text()),
                new User.Counts(
                        row.at("author_followers_count").count(),
                        row.at("author_following_count").count(),
                        row.at("author_tweet_count").count(),
                        row.at("author_listed_count").count()));
    }

    private Entities entities() {
        return new Entities(
                hashtags(),
                row.at("mentions").texts(),
                row.at("urls").texts(),
                row.at("cashtags").texts(),
                row.at("annotations").texts());
    }

    private List<Hashtag> hashtags() {
        List<String> canonical = row.at("hashtags").texts();
        List<String> written = row.at("hashtags_text").texts();
        if (canonical.size() != written.size()) {
            throw new IllegalArgumentException("hashtags and hashtags_text have different lengths");
        }
        List<Hashtag> hashtags = new ArrayList<>();
        for (int i = 0; i < canonical.size(); i++) {
            hashtags.add(new Hashtag(written.get(i), canonical.get(i)));
        }
        return hashtags;
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        add(references, Reference.Type.RETWEETED, row.at("retweeted_id").id());
        add(references, Reference.Type.QUOTED, row.at("quoted_id").id());
        add(references, Reference.Type.REPLIED_TO, row.at("replied_to_id").id());
        return references;
    }

    private static void add(List<Reference> references, Reference.Type type, Long id) {
        if (id != null) {
            references.add(new Reference(type, id));
        }
    }

    private Metrics metrics() {
        return new Metrics(
                row.at("retweet_count").count(),
                row.at("reply_count").count(),
                row.at("like_count").count(),
                row.at("quote_count").count(),
                row.at("bookmark_count").count(),
                row.at("impression_count").count());
    }

    private Place place() {
        String id = row.at("place_id").text();
        return id == null
                ? null
                : new Place(
                        id,
                        row.at("place_full_name").text(),
                        row.at("place_country_code").text(),
                        row.at("place_type").text());
    }

    private Withheld withheld() {
        Boolean copyright = row.at("withheld_copyright").flag();
        return copyright == null
                ? null
                : new Withheld(
                        copyright,
                        row.at("withheld_countries").texts(),
                        row.at("withheld_scope").text());
    }

    private TextAnalysis analysis() {
        String clean = row.at("clean_text").text();
        return clean == null
                ? null
                : new TextAnalysis(
                        clean, row.at("emojis").texts(), row.at("text_language").text(), sentiment());
    }

    private Sentiment sentiment() {
        Double polarity = row.at("polarity").real();
        Double subjectivity = row.at("subjectivity").real();
        String label = row.at("sentiment").text();
        return polarity == null || subjectivity == null || label == null
                ? null
                : new Sentiment(polarity, subjectivity, Sentiment.Label.valueOf(label.toUpperCase(Locale.ROOT)));
    }
}
