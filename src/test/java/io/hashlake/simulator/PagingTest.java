package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.PostTimeline;
import io.hashlake.simulator.world.SimulatedLanguage;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@ServerTest
class PagingTest {

    private static final SimulatorSettings SETTINGS = TestSimulator.settings()
            .withPostsPerSecond(2)
            .withRateLimits(RateLimits.NONE)
            .withHashtags(List.of("covid19", "saúde", "saude", "AI", "東京", "İstanbul"));

    /** A query, and what it means, said in another way. */
    private record Meaning(String query, Predicate<Post> matches) {}

    @Provide
    Arbitrary<Meaning> meanings() {
        return Arbitraries.of(
                new Meaning("#covid19", post -> has(post, "covid19")),
                new Meaning("#COVID19 OR #ai", post -> has(post, "covid19") || has(post, "AI")),
                new Meaning("#saude -is:retweet", post -> has(post, "saude")),
                new Meaning(
                        "(#saúde OR #istanbul) lang:pt",
                        post -> post.plan().language() == SimulatedLanguage.PT
                                && (has(post, "saude") || has(post, "İstanbul"))),
                new Meaning("#covid19 -#ai", post -> has(post, "covid19") && !has(post, "AI")),
                new Meaning("#東京 #covid19", post -> has(post, "東京") && has(post, "covid19")),
                new Meaning("numeros OR #nothing", post -> post.whole().text().contains("números")),
                new Meaning(
                        "\"open data\" -is:reply",
                        post -> post.whole().text().toLowerCase().contains("open data")
                                && post.plan().kind() != PostKind.REPLY),
                new Meaning("#nobodywritesthis", post -> false));
    }

    @Property(tries = 60)
    void losesAndDoublesNothing(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @From("meanings") Meaning meaning,
            @ForAll @IntRange(min = 10, max = 100) int size)
            throws IOException {
        try (Simulator simulator = Simulator.start(SETTINGS.withSeed(seed), new FakeClock(Caller.START), 0)) {
            assertThat(new Caller(simulator).ids("query=" + meaning.query(), "max_results=" + size))
                    .containsExactlyElementsOf(expected(simulator.world(), meaning.matches()));
        }
    }

    /** Newest first. */
    private static List<Long> expected(World world, Predicate<Post> matches) {
        return LongStream.range(
                        world.timeline().first(),
                        world.timeline().firstFrom(IdBounds.until(Caller.START).below()))
                .mapToObj(number -> world.post(world.plan(number)))
                .filter(post -> post.plan().kind() != PostKind.REPOST)
                .filter(matches)
                .map(Post::id)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static boolean has(Post post, String hashtag) {
        return post.whole().marks().stream()
                .anyMatch(mark -> mark.type() == Mark.Type.HASHTAGS
                        && Hashtag.of(mark.value()).matches(Hashtag.of(hashtag)));
    }

    @Test
    void losesNothingBetweenPollsThatKeepTheNewestIdOfTheFirstPage() throws IOException {
        FakeClock clock = new FakeClock(Caller.START);
        try (Simulator simulator = Simulator.start(SETTINGS, clock, 0)) {
            Caller caller = new Caller(simulator);
            List<Long> seen = new ArrayList<>(caller.ids("query=#covid19"));
            for (int poll = 0; poll < 5; poll++) {
                clock.pass(Duration.ofSeconds(17));
                long newest = seen.stream().mapToLong(Long::longValue).max().orElseThrow();
                seen.addAll(caller.ids("query=#covid19", "since_id=" + newest));
            }

            assertThat(seen)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(simulator.truth("#covid19").stream()
                            .map(TruePost::id)
                            .toList());
        }
    }

    @Test
    void keepsThePagesOfASearchTogetherWhileNewPostsArrive() throws IOException {
        FakeClock clock = new FakeClock(Caller.START);
        try (Simulator simulator = Simulator.start(SETTINGS, clock, 0)) {
            Caller caller = new Caller(simulator);
            List<Long> atOnce = caller.ids("query=#covid19", "max_results=100");
            JsonNode page = caller.json(Caller.SEARCH, "query=#covid19");
            List<Long> slowly = new ArrayList<>(Caller.ids(page));
            while (page.at("/meta").has("next_token")) {
                clock.pass(Duration.ofSeconds(5));
                String token = page.at("/meta/next_token").asText();
                page = caller.json(Caller.SEARCH, "query=#covid19", "next_token=" + token);
                slowly.addAll(Caller.ids(page));
            }

            assertThat(slowly).isEqualTo(atOnce);
        }
    }

    @Test
    void servesSomePostsTwiceIfToldTo() throws IOException {
        try (Simulator simulator = Simulator.start(SETTINGS.withDuplicates(0.2), new FakeClock(Caller.START), 0)) {
            Caller caller = new Caller(simulator);
            List<JsonNode> pages = caller.pages("query=#covid19");
            List<Long> ids =
                    pages.stream().flatMap(page -> Caller.ids(page).stream()).toList();
            List<Long> truth =
                    simulator.truth("#covid19").stream().map(TruePost::id).toList();

            assertThat(ids.stream().distinct()).containsExactlyElementsOf(truth);
            assertThat(ids).hasSizeGreaterThan(truth.size() * 11 / 10);
            assertThat(pages).allMatch(page -> Caller.ids(page).size() <= 10);
            assertThat(pages)
                    .anyMatch(page -> Caller.ids(page).stream().distinct().count() < 10);
            assertThat(pages.stream()
                            .mapToLong(
                                    page -> Caller.ids(page).stream().distinct().count())
                            .sum())
                    .as("some open the next page")
                    .isGreaterThan(truth.size());
        }
    }

    @Test
    void forgetsWhatIsBeyondWhatIsRetained() throws IOException {
        FakeClock clock = new FakeClock(Caller.START);
        SimulatorSettings settings = SETTINGS.withPostsPerSecond(100)
                .withHistory(Duration.ofSeconds(5))
                .withWorld(SETTINGS.world().withPostsPerSecond(100).withRetained(1000));
        try (Simulator simulator = Simulator.start(settings, clock, 0)) {
            Caller caller = new Caller(simulator);
            for (int i = 0; i < 10; i++) {
                clock.pass(Duration.ofSeconds(4));
                caller.get(Caller.SEARCH, "query=#covid19");
            }
            List<Long> ids = caller.ids("query=#covid19", "max_results=100");
            PostTimeline timeline = simulator.world().timeline();

            assertThat(ids).hasSizeGreaterThan(300);
            assertThat(timeline.number(ids.get(ids.size() - 1)))
                    .isGreaterThanOrEqualTo(
                            timeline.firstFrom(IdBounds.until(clock.instant()).below()) - 1000);
        }
    }
}
