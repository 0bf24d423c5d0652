package io.hashlake.x.client;

import java.util.Map;

/**
 * The names with which posts are asked for. X renamed its schema from OpenAPI 2.166 to 2.167; in the newer one, ids of
 * other objects (author, references, edit history, replied-to user) are no fields any more but come with their expansion. Both
 * streams kept the older names in 2.167.
 */
public enum Vocabulary {
    /** The names up to OpenAPI 2.166. */
    TWEET(
            "tweet.fields",
            "attachments,author_id,community_id,context_annotations,conversation_id,created_at,edit_history_tweet_ids,entities,geo,id,"
                    + "in_reply_to_user_id,lang,note_tweet,paid_partnership,possibly_sensitive,public_metrics,referenced_tweets,reply_settings,source,"
                    + "text,withheld",
            "attachments.media_keys,author_id,geo.place_id,referenced_tweets.id,"
                    + "referenced_tweets.id.attachments.media_keys"),
    /** The names from OpenAPI 2.167 on. */
    POST(
            "post.fields",
            "attachments,community_id,context_annotations,conversation_id,created_at,entities,geo,id,lang,note_post,paid_partnership,possibly_sensitive,"
                    + "public_metrics,reply_settings,source,text,withheld",
            "attachments.media_keys,author_id,edit_history_post_ids,geo.place_id,in_reply_to_user_id,referenced_posts");

    /** The names asked with first where nothing else is said: those of every answer that has been seen. */
    public static final Vocabulary DEFAULT = TWEET;

    private static final String USER_FIELDS = "created_at,description,id,location,name,profile_image_url,protected,"
            + "public_metrics,url,username,verified,verified_type";
    private static final String MEDIA_FIELDS = "alt_text,media_key,preview_image_url,type,url";
    private static final String PLACE_FIELDS = "country_code,full_name,id,place_type";

    private final String fieldsParameter;
    private final String fields;
    private final String expansions;

    Vocabulary(String fieldsParameter, String fields, String expansions) {
        this.fieldsParameter = fieldsParameter;
        this.fields = fields;
        this.expansions = expansions;
    }

    /** The query parameters that make X describe posts, their authors, places and originals in full. */
    Map<String, String> parameters() {
        return Map.of(
                fieldsParameter,
                fields,
                "expansions",
                expansions,
                "user.fields",
                USER_FIELDS,
                "media.fields",
                MEDIA_FIELDS,
                "place.fields",
                PLACE_FIELDS);
    }

    String fieldsParameter() {
        return fieldsParameter;
    }

    /** Returns whether an error about this parameter means that the server speaks the other vocabulary. */
    boolean owns(String parameter) {
        return parameter.equals(fieldsParameter) || parameter.equals("expansions");
    }

    Vocabulary other() {
        return this == TWEET ? POST : TWEET;
    }
}
