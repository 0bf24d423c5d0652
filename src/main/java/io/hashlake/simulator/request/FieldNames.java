package io.hashlake.simulator.request;

import io.hashlake.simulator.settings.SimulatorVocabulary;
import java.util.ArrayList;
import java.util.List;

/** Fields and expansions of each vocabulary, from X's OpenAPI documents 2.166 and 2.167. */
public final class FieldNames {

    private static final String BOTH_POST_FIELDS = "article attachments card_uri community_id context_annotations"
            + " conversation_id created_at display_text_range edit_controls entities geo id lang matched_media_notes"
            + " media_metadata non_public_metrics note_request_suggestions organic_metrics paid_partnership"
            + " possibly_sensitive promoted_metrics public_metrics reply_settings scopes source"
            + " suggested_source_links suggested_source_links_with_counts text withheld";
    private static final String BOTH_USER_FIELDS = "confirmed_email connection_status created_at description entities"
            + " id is_identity_verified location name parody profile_banner_url profile_image_url protected"
            + " public_metrics receives_your_dm subscription subscription_type url username verified"
            + " verified_followers_count verified_type withheld";
    private static final String BOTH_EXPANSIONS = "article.cover_media article.media_entities attachments.media_keys"
            + " attachments.media_source_tweet attachments.poll_ids author_id entities.mentions.username geo.place_id"
            + " in_reply_to_user_id";

    static final List<String> MEDIA = names("alt_text duration_ms height media_key non_public_metrics organic_metrics"
            + " preview_image_url promoted_metrics public_metrics type url variants width");
    static final List<String> POLL = names("duration_minutes end_datetime id options voting_status");
    static final List<String> PLACE = names("contained_within country country_code full_name geo id name place_type");
    public static final List<String> USAGE =
            names("cap_reset_day daily_client_app_usage daily_project_usage project_cap project_id project_usage");

    private FieldNames() {}

    static List<String> post(SimulatorVocabulary vocabulary) {
        return switch (vocabulary) {
            case TWEET ->
                names(BOTH_POST_FIELDS + " author_id edit_history_tweet_ids in_reply_to_user_id note_tweet"
                        + " referenced_tweets");
            case POST -> names(BOTH_POST_FIELDS + " article_title note_post");
        };
    }

    static List<String> user(SimulatorVocabulary vocabulary) {
        return switch (vocabulary) {
            case TWEET -> names(BOTH_USER_FIELDS + " affiliation most_recent_tweet_id pinned_tweet_id");
            case POST -> names(BOTH_USER_FIELDS + " subscribes_to_you");
        };
    }

    static List<String> expansions(SimulatorVocabulary vocabulary) {
        return switch (vocabulary) {
            case TWEET ->
                names(BOTH_EXPANSIONS + " edit_history_tweet_ids entities.note.mentions.username"
                        + " referenced_tweets.id referenced_tweets.id.attachments.media_keys"
                        + " referenced_tweets.id.author_id");
            case POST -> names(BOTH_EXPANSIONS + " edit_history_post_ids referenced_posts username");
        };
    }

    /** Every parameter of a search. */
    public static List<String> searchParameters(SimulatorVocabulary vocabulary) {
        List<String> names = new ArrayList<>(windowParameters());
        names.addAll(names("max_results sort_order expansions media.fields poll.fields user.fields place.fields"));
        names.add(vocabulary.name("tweet.fields"));
        return names;
    }

    /** The parameters by which search and counts alike are narrowed. */
    public static List<String> windowParameters() {
        return names("query start_time end_time since_id until_id next_token pagination_token");
    }

    public static List<String> names(String separatedBySpaces) {
        return List.of(separatedBySpaces.split(" "));
    }
}
