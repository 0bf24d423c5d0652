package io.hashlake.app.wiring;

import io.hashlake.app.settings.Settings;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.AnalysedBatches;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.text.SentimentScorer;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.text.sentiment.LexiconSentiment;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Beans that read the texts of posts. */
public final class TextBeans {

    @Produces
    @Singleton
    @Named("text")
    AnalysedBatches text(Settings settings, RoutesInForce routes, SentimentScorer scorer, Meters meters) {
        TextAnalyzer analyzer = new TextAnalyzer(settings.languages(), scorer);
        return new AnalysedBatches(analyzer, routes::followed, meters);
    }

    @Produces
    @Singleton
    SentimentScorer sentiment() {
        return LexiconSentiment.load();
    }
}
