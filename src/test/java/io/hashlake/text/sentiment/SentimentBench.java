package io.hashlake.text.sentiment;

import io.hashlake.text.SentimentScorer;
import io.hashlake.text.Tokens;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how well, and how fast, sentiment is computed; run it as docs/sentiment.md says. */
public final class SentimentBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int POSTS = 300_000;

    private record Text(String text, String language) {}

    private SentimentBench() {}

    public static void main(String[] arguments) {
        if (!Umsab.isThere()) {
            System.out.println("There are no labelled posts in ../shared/text/umsab, so nothing can be measured.");
            return;
        }
        SentimentScorer scorer = LexiconSentiment.load();
        System.out.println("macro-F1 on val   trivial   plain lexicon   rules   model");
        Umsab.LANGUAGES.forEach(language -> quality(language, scorer));
        Umsab.LANGUAGES.forEach(language -> confusion(language, scorer));
        List<Text> texts = texts();
        speed("warming up", texts, scorer);
        speed("one thread", texts, scorer);
    }

    private static void quality(String language, SentimentScorer scorer) {
        Baselines baselines = new Baselines(language);
        System.out.printf(
                Locale.ROOT,
                "%-16s %8.3f %15.3f %7.3f %7.3f%n",
                language,
                baselines.trivial().macroF1(),
                baselines.plainLexicon().macroF1(),
                baselines.rules().macroF1(),
                Umsab.confusion(language, scorer).macroF1());
    }

    private static void confusion(String language, SentimentScorer scorer) {
        Confusion confusion = Umsab.confusion(language, scorer);
        System.out.printf("%n%s, by the model   as negative    neutral   positive      F1%n", language);
        String[] labels = {"negative", "neutral", "positive"};
        for (int label = 0; label < labels.length; label++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-17s %13d %10d %10d %7.3f%n",
                    labels[label],
                    confusion.count(label, 0),
                    confusion.count(label, 1),
                    confusion.count(label, 2),
                    confusion.f1(label));
        }
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (String language : Umsab.LANGUAGES) {
            Umsab.posts(language, "train").forEach(post -> texts.add(new Text(post.text(), language)));
        }
        return texts;
    }

    /** By the thread's CPU time, which other programs of the machine do not change. */
    private static void speed(String what, List<Text> texts, SentimentScorer scorer) {
        long start = THREADS.getCurrentThreadCpuTime();
        int positive = 0;
        for (int i = 0; i < POSTS; i++) {
            Text text = texts.get(i % texts.size());
            positive += scorer.score(Tokens.of(text.text), text.language).polarity() > 0 ? 1 : 0;
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,.0f posts a CPU second (%,d, of which %,d positive)%n",
                what,
                POSTS / seconds,
                POSTS,
                positive);
    }
}
