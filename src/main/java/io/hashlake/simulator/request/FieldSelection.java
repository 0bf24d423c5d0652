package io.hashlake.simulator.request;

import io.hashlake.simulator.settings.SimulatorVocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields and expansions that a search asks for. All names are those of {@link SimulatorVocabulary#TWEET}.
 *
 * @param vocabulary in which to answer
 */
public record FieldSelection(
        SimulatorVocabulary vocabulary,
        Set<String> postFields,
        Set<String> userFields,
        Set<String> placeFields,
        Set<String> mediaFields,
        Set<String> expansions) {

    private static final List<String> ONLY_AS_EXPANSION =
            List.of("author_id", "in_reply_to_user_id", "edit_history_tweet_ids");

    private static final List<String> WITHIN = List.of("attachments.", "entities.", "geo.");

    /** Parses the parameters; throws {@link InvalidRequestException}. */
    public static FieldSelection parse(RequestParameters parameters, SimulatorVocabulary vocabulary) {
        parameters.list("poll.fields", FieldNames.POLL);
        Set<String> expansions =
                tweetNames(vocabulary, parameters.list("expansions", FieldNames.expansions(vocabulary)));
        Set<String> postFields =
                tweetNames(vocabulary, parameters.list(vocabulary.name("tweet.fields"), FieldNames.post(vocabulary)));
        postFields.addAll(List.of("id", "text", "edit_history_tweet_ids"));
        postFields.addAll(fieldsOf(expansions));
        Set<String> userFields = new HashSet<>(parameters.list("user.fields", FieldNames.user(vocabulary)));
        Set<String> placeFields = new HashSet<>(parameters.list("place.fields", FieldNames.PLACE));
        Set<String> mediaFields = new HashSet<>(parameters.list("media.fields", FieldNames.MEDIA));
        return new FieldSelection(vocabulary, postFields, userFields, placeFields, mediaFields, expansions);
    }

    /** The same, answered in a vocabulary. */
    public FieldSelection in(SimulatorVocabulary answer) {
        return new FieldSelection(answer, postFields, userFields, placeFields, mediaFields, expansions);
    }

    /**
     * Returns whether authors of referenced posts are asked for; {@link SimulatorVocabulary#POST} has no separate word for it.
     */
    public boolean expandsReferencedAuthors() {
        return expansions.contains("referenced_tweets.id.author_id")
                || vocabulary == SimulatorVocabulary.POST
                        && expansions.contains("referenced_tweets.id")
                        && expansions.contains("author_id");
    }

    public boolean expandsReferences() {
        return expansions.contains("referenced_tweets.id") || expansions.contains("referenced_tweets.id.author_id");
    }

    /** Returns the fields that expansions imply: expanding an id returns the id too. */
    private static Set<String> fieldsOf(Set<String> expansions) {
        Set<String> fields = new HashSet<>(expansions);
        fields.retainAll(ONLY_AS_EXPANSION);
        for (String expansion : expansions) {
            if (expansion.startsWith("referenced_tweets.id")) {
                fields.add("referenced_tweets");
            }
            if (WITHIN.stream().anyMatch(expansion::startsWith)) {
                fields.add(expansion.substring(0, expansion.indexOf('.')));
            }
        }
        return fields;
    }

    private static Set<String> tweetNames(SimulatorVocabulary vocabulary, Set<String> names) {
        return names.stream().map(vocabulary::tweetName).collect(Collectors.toCollection(HashSet::new));
    }
}
