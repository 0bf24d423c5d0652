package io.hashlake.api.request;

import io.hashlake.tweet.Sentiment;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostFilter.Position;
import io.hashlake.warehouse.analytics.PostView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Which posts are asked for, and where the next page of them begins. */
public final class PostQuery {

    private PostQuery() {}

    public static PostFilter filter(Parameters parameters) {
        Period period = parameters.period();
        return new PostFilter(
                parameters.hashtags(),
                parameters.one("text", Texts.WORDS_ALLOWED, Texts::readWords).orElse(null),
                parameters
                        .one("author", Texts.AUTHOR_ALLOWED, Texts::readAuthor)
                        .orElse(null),
                parameters
                        .one("language", Texts.LANGUAGE_ALLOWED, Texts::readLanguage)
                        .orElse(null),
                parameters
                        .choice("sentiment", Sentiment.Label.class)
                        .map(Sentiment.Label::id)
                        .orElse(null),
                period.from(),
                period.to(),
                parameters
                        .one("cursor", PageCursor.ALLOWED, PostQuery::position)
                        .orElse(null));
    }

    /** The same with the parameter {@code phrase}. */
    public static PostFilter filterWithPhrase(Parameters parameters) {
        return filter(parameters)
                .withPhrase(parameters
                        .one("phrase", Texts.WORDS_ALLOWED, Texts::readWords)
                        .orElse(null));
    }

    /** The same posts from behind the last one of a page. */
    public static PostFilter after(PostFilter filter, PostView last) {
        return new PostFilter(
                filter.hashtags(),
                filter.text(),
                filter.phrase(),
                filter.author(),
                filter.language(),
                filter.sentiment(),
                filter.from(),
                filter.to(),
                new Position(last.createdAt(), last.id()));
    }

    /** The parameters of the page behind this one; none where this one is not full. */
    public static Map<String, String> next(PostFilter filter, List<PostView> page, int limit) {
        if (page.size() < limit) {
            return Map.of();
        }
        PostView last = page.get(page.size() - 1);
        return next(filter, last.createdAt(), last.id());
    }

    /** The parameters of the page behind this post. */
    public static Map<String, String> next(PostFilter filter, Instant createdAt, long id) {
        PageCursor cursor = new PageCursor(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt), id);
        return Map.of(
                "cursor", cursor.encoded(),
                "from", filter.from().toString(),
                "to", filter.to().toString());
    }

    private static Position position(String text) {
        PageCursor cursor = PageCursor.decode(text);
        Instant createdAt = Instant.EPOCH.plus(cursor.sortKey(), ChronoUnit.MICROS);
        return new Position(Moments.bounded(createdAt), cursor.id());
    }
}
