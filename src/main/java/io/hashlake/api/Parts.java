package io.hashlake.api;

import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Parameters;
import io.hashlake.api.response.Answer;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesPoint;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;

/** Answers about the posts of a selection, by the names that they have in addresses. */
final class Parts {

    static final int USUAL = 50;
    static final int MOST = Limits.MAX_ROWS;

    private final Analytics analytics;

    Parts(Analytics analytics) {
        this.analytics = analytics;
    }

    /** One of these answers. */
    interface Part {
        Answer of(Selection selection, Parameters parameters) throws IOException;
    }

    /** @throws ProblemException if there is no such part */
    Part named(String name) {
        return switch (name) {
            case "series" -> this::series;
            case "top-posts" -> this::topPosts;
            case "authors" -> this::authors;
            case "co-occurring" -> this::coOccurring;
            case "languages" -> this::languages;
            case "sentiment" -> this::sentiment;
            default ->
                throw ProblemType.NOT_FOUND
                        .because("there are series, top-posts, authors, co-occurring, languages and sentiment")
                        .thrown();
        };
    }

    private Answer series(Selection selection, Parameters parameters) throws IOException {
        Interval interval = parameters.choice("interval", Interval.class).orElse(Interval.HOUR);
        ZoneId zone = parameters.zone();
        long steps = interval.steps(selection.from(), selection.to());
        long most = Limits.MAX_POINTS / Math.max(1, selection.hashtags().size());
        if (steps > most) {
            parameters.refuse(
                    "interval",
                    interval.name().toLowerCase(Locale.ROOT),
                    "one by which the period has up to " + most + " steps rather than " + steps);
        }
        parameters.done();
        return Answer.many(SeriesPoint.class, analytics.series(selection, interval, zone));
    }

    private Answer topPosts(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(PostView.class, analytics.topPosts(selection, limit));
    }

    private Answer authors(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(AuthorTotals.class, analytics.authors(selection, limit));
    }

    private Answer coOccurring(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(CoOccurrence.class, analytics.coOccurring(selection, limit));
    }

    private Answer languages(Selection selection, Parameters parameters) throws IOException {
        int limit = limit(parameters);
        return Answer.many(LanguageTotals.class, analytics.languages(selection, limit));
    }

    private Answer sentiment(Selection selection, Parameters parameters) throws IOException {
        parameters.done();
        return new Answer.One(SentimentShares.of(analytics.totals(selection)));
    }

    private static int limit(Parameters parameters) {
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        return limit;
    }
}
