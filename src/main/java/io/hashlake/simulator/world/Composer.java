package io.hashlake.simulator.world;

import io.hashlake.simulator.world.Phrasebook.Mood;
import io.hashlake.simulator.world.SeededRandom.Purpose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the texts. */
final class Composer {

    private static final int SHORT = 280;
    private static final int SHOWN_OF_LONG = 250;
    private static final int SHOWN_OF_REPOST = 120;
    private static final List<String> SYMBOLS = List.of("TSLA", "PETR4", "BTC", "NVDA", "AAPL");
    private static final List<String> SITES =
            List.of("https://www.example.org/news/", "https://example.com/a/", "https://blog.example.net/2026/");

    private final long seed;
    private final List<String> hashtags;
    private final Crowd crowd;
    private final Map<SimulatedLanguage, Phrasebook> phrasebooks = new EnumMap<>(SimulatedLanguage.class);
    private final Map<Mood, List<String>> flourishes = new EnumMap<>(Mood.class);

    Composer(WorldSettings settings, Crowd crowd, List<SimulatedPlace> places) {
        this.seed = settings.seed();
        this.hashtags = settings.hashtags();
        this.crowd = crowd;
        for (SimulatedLanguage language : SimulatedLanguage.values()) {
            phrasebooks.put(language, new Phrasebook(language, places));
        }
        for (String line : WordLists.lines("flourishes.txt")) {
            int colon = line.indexOf(':');
            flourishes.put(
                    Mood.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
                    WordLists.cells(line.substring(colon + 1)));
        }
    }

    /**
     * The whole text of a post.
     *
     * @param addressee whom it answers; null if nobody
     */
    Text compose(Plan plan, SimulatedAccount addressee) {
        SeededRandom draws = SeededRandom.of(seed, plan.original(), Purpose.TEXT);
        Mood mood = draws.pick(Arrays.asList(Mood.values()));
        Phrasebook phrasebook = phrasebooks.get(plan.language());
        TextDraft draft = new TextDraft();
        greet(draft, addressee, draws);
        int leading = lead(draft, plan, draws);
        phrasebook.write(draft, mood, draws);
        while (draft.length() < (plan.isLong() ? SHORT : SHORT / 4)) {
            phrasebook.write(draft.fullStop(), mood, draws);
        }
        flourish(draft, mood, draws);
        end(draft, plan, leading, draws);
        return draft.finish();
    }

    /** Returns the part of a long text that a post's {@code text} shows: its beginning and a link to the post. */
    Text shorten(Text whole, long id) {
        return new TextDraft()
                .append(whole.upTo(SHOWN_OF_LONG))
                .add("… ")
                .link(shortened(id), "https://x.com/i/web/status/" + id)
                .finish();
    }

    /** A repost's own text, which X cuts. */
    Text repost(SimulatedAccount author, Text whole) {
        TextDraft draft =
                new TextDraft().add("RT ").mention(author.username()).add(": ").append(whole.upTo(SHOWN_OF_REPOST));
        return whole.length() > SHOWN_OF_REPOST ? draft.add("…").finish() : draft.finish();
    }

    private void greet(TextDraft draft, SimulatedAccount addressee, SeededRandom draws) {
        if (addressee != null) {
            draft.mention(addressee.username());
        }
        if (draws.chance(0.12)) {
            draft.space().mention(crowd.account(draws.rank(Crowd.SIZE)).username());
        }
    }

    /** One post in six begins with its first hashtag. Returns how many were written. */
    private int lead(TextDraft draft, Plan plan, SeededRandom draws) {
        if (plan.hashtags().length == 0 || !draws.chance(1 / 6.0)) {
            return 0;
        }
        hashtag(draft.space(), plan.hashtags()[0], draws);
        return 1;
    }

    private void flourish(TextDraft draft, Mood mood, SeededRandom draws) {
        if (draws.chance(0.5)) {
            draft.space().add(draws.pick(flourishes.get(mood)));
        }
    }

    private void end(TextDraft draft, Plan plan, int leading, SeededRandom draws) {
        for (int i = leading; i < plan.hashtags().length; i++) {
            hashtag(draft.space(), plan.hashtags()[i], draws);
        }
        if (draws.chance(0.05)) {
            draft.add("🔥").space().cashtag(draws.pick(SYMBOLS));
        }
        if (draws.chance(0.3) && draft.length() < SHORT - 50) {
            long page = draws.next();
            draft.space().link(shortened(page), draws.pick(SITES) + Long.toUnsignedString(page, 36));
        }
        if (plan.edits() > 0) {
            draft.add(" [" + plan.language().edited() + " " + plan.edits() + "]");
        }
    }

    /** Authors do not agree on upper and lower case. */
    private void hashtag(TextDraft draft, int hashtag, SeededRandom draws) {
        String tag = hashtags.get(hashtag);
        int style = draws.below(10);
        draft.hashtag(style == 0 ? tag.toUpperCase(Locale.ROOT) : style == 1 ? tag.toLowerCase(Locale.ROOT) : tag);
    }

    private static String shortened(long page) {
        String code = "0000000000" + Long.toUnsignedString(page * 0x9E3779B97F4A7C15L, 36);
        return "https://t.co/" + code.substring(code.length() - 10);
    }
}
