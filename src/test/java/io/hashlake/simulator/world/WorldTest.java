package io.hashlake.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.simulator.Caller;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.world.Mark.Type;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

@ServerTest
class WorldTest {

    private static final Instant NOW = Caller.START;
    private static final int MANY = 5_000;

    private final World world = world(7);

    private static World world(long seed) {
        return new World(TestSimulator.world().withSeed(seed), NOW);
    }

    private static Stream<Post> posts(World world) {
        long first = world.timeline().first();
        return LongStream.range(first, first + MANY).mapToObj(number -> world.post(world.plan(number)));
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(described(world(7))).isEqualTo(described(world));
        assertThat(Collections.disjoint(new HashSet<>(described(world)), described(world(8))))
                .isTrue();
    }

    private static List<String> described(World world) {
        return posts(world).map(post -> post.id() + post.text().text()).toList();
    }

    @Test
    void staysTheSameWhenItIsStartedLater() {
        World later = new World(TestSimulator.world().withSeed(7), NOW.plus(Duration.ofMinutes(5)));
        Post post = later.post(later.plan(later.timeline().first() + 10));

        Post before = world.post(world.plan(post.plan().number()));
        assertThat(before.id()).isEqualTo(post.id());
        assertThat(before.whole()).isEqualTo(post.whole());
    }

    @Property
    void givesOutIdsThatIncreaseAndTellTheTime(@ForAll @DoubleRange(min = 0.01, max = 1_000_000) double rate) {
        PostTimeline timeline = PostTimeline.of(TestSimulator.world().withPostsPerSecond(rate), NOW);

        long last = 0;
        for (long number = timeline.first(); number < timeline.first() + 100; number++) {
            long id = timeline.id(number);
            assertThat(id).isGreaterThan(last);
            assertThat(timeline.number(id)).isEqualTo(number);
            assertThat(timeline.createdAt(number)).isEqualTo(Snowflake.time(id));
            assertThat(timeline.firstFrom(id)).isEqualTo(number);
            assertThat(timeline.firstFrom(id + 1)).isEqualTo(number + 1);
            last = id;
        }
    }

    @Test
    void letsPostsArriveWithTheClock() {
        PostTimeline timeline = world.timeline();
        long newest = timeline.firstFrom(IdBounds.until(NOW).below()) - 1;

        assertThat(timeline.createdAt(newest)).isBeforeOrEqualTo(NOW);
        assertThat(timeline.createdAt(newest + 1)).isAfter(NOW);
        assertThat(timeline.firstFrom(IdBounds.until(NOW.plusSeconds(10)).below()) - newest)
                .isBetween(198L, 203L);
        assertThat(timeline.createdAt(timeline.first())).isAfterOrEqualTo(NOW.minus(Duration.ofMinutes(15)));
    }

    @Test
    void fallsSilentAtItsLimit() {
        PostTimeline timeline = PostTimeline.of(TestSimulator.world().withLimit(1000), NOW);

        assertThat(timeline.firstFrom(
                                IdBounds.until(NOW.plus(Duration.ofDays(1))).below())
                        - timeline.first())
                .isEqualTo(1000);
    }

    @Test
    void marksHashtagsAndMentionsByCodePoints() {
        assertThat(posts(world)).allSatisfy(post -> Stream.of(post.text(), post.whole())
                .forEach(WorldTest::assertMarksCoverWhatTheySay));
    }

    private static void assertMarksCoverWhatTheySay(Text text) {
        assertThat(text.length()).isEqualTo((int) text.text().codePoints().count());
        for (Mark mark : text.marks()) {
            String covered = text.covered(mark);
            switch (mark.type()) {
                case HASHTAGS -> assertThat(covered).isEqualTo("#" + mark.value());
                case MENTIONS -> assertThat(covered).isEqualTo("@" + mark.value());
                case CASHTAGS -> assertThat(covered).isEqualTo("$" + mark.value());
                case URLS -> assertThat(covered).matches("https://t\\.co/[0-9a-z]{10}");
                case ANNOTATIONS -> assertThat(covered).isEqualTo(mark.value());
            }
        }
    }

    @Test
    void writesExactlyThePlannedHashtags() {
        assertThat(posts(world).filter(post -> post.plan().kind() != PostKind.REPOST))
                .allSatisfy(post ->
                        assertThat(written(post.whole())).containsExactlyElementsOf(world.hashtags(post.plan())));
    }

    private static List<String> written(Text text) {
        return text.marks().stream()
                .filter(mark -> mark.type() == Type.HASHTAGS)
                .map(mark -> Hashtag.of(mark.value()).canonical())
                .distinct()
                .toList();
    }

    @Test
    void hasEverythingThatMakesPostsHard() {
        List<Post> posts = posts(world).toList();
        List<Details> details =
                posts.stream().map(post -> Details.of(world, post)).toList();

        assertThat(posts).anyMatch(post -> post.text().text().contains("&amp;"));
        assertThat(posts).anyMatch(post -> post.text().text().contains("e\u0301"));
        assertThat(posts)
                .anyMatch(post -> post.text().text().codePoints().anyMatch(Character::isSupplementaryCodePoint));
        assertThat(posts).extracting(post -> post.plan().kind()).contains(PostKind.values());
        assertThat(posts).extracting(post -> post.plan().language()).contains(SimulatedLanguage.values());
        assertThat(posts).anyMatch(post -> post.plan().edits() == 2);
        assertThat(details).anyMatch(detail -> detail.place() != null);
        assertThat(details).anyMatch(Details::isSensitive);
        assertThat(details).anyMatch(detail -> !detail.withheldIn().isEmpty());
        assertThat(details).anyMatch(detail -> !detail.topics().isEmpty());
    }

    @Test
    void hidesHashtagsOfLongPostsBehindTheirShownText() {
        assertThat(posts(world).filter(Post::isLong)).isNotEmpty().allSatisfy(post -> {
            assertThat(post.whole().length()).isGreaterThan(280);
            assertThat(post.text().length()).isLessThanOrEqualTo(280);
        });
        assertThat(posts(world).filter(Post::isLong))
                .anyMatch(post ->
                        written(post.text()).size() < written(post.whole()).size());
    }

    @Test
    void keepsOtherPostsWithinWhatXAllows() {
        assertThat(posts(world).filter(post -> !post.isLong()))
                .allSatisfy(post -> assertThat(post.text().length()).isLessThanOrEqualTo(280));
    }

    @Test
    void tellsOfAnEditOnlyOnceItWasMade() {
        Post original = posts(world)
                .filter(post -> post.plan().versions().length > 1 && post.plan().edits() == 0)
                .findFirst()
                .orElseThrow();
        long edit = original.plan().versions()[1];

        assertThat(world.versions(original.plan(), original.createdAt())).containsExactly(original.id());
        assertThat(world.versions(original.plan(), NOW.plus(Duration.ofHours(1))))
                .hasSize(original.plan().versions().length)
                .startsWith(original.id(), world.timeline().id(edit));
        Post edited = world.post(world.plan(edit));
        assertThat(edited.author()).isEqualTo(original.author());
        assertThat(edited.conversation()).isEqualTo(original.conversation());
        assertThat(edited.whole()).isNotEqualTo(original.whole());
    }

    @Test
    void answersInTheThreadOfThePostThatIsAnswered() {
        assertThat(posts(world).filter(post -> post.plan().kind() == PostKind.REPLY))
                .isNotEmpty()
                .allSatisfy(post -> {
                    Post answered = world.post(world.target(post.plan()));
                    assertThat(post.conversation()).isEqualTo(answered.conversation());
                    assertThat(post.repliedTo()).isEqualTo(answered.author());
                    assertThat(post.whole().text())
                            .startsWith("@" + answered.author().username());
                });
    }

    @Test
    void cutsReposts() {
        assertThat(posts(world).filter(post -> post.plan().kind() == PostKind.REPOST))
                .isNotEmpty()
                .allSatisfy(post -> {
                    Post original = world.post(world.target(post.plan()));
                    assertThat(original.plan().kind()).isNotEqualTo(PostKind.REPOST);
                    assertThat(post.text().text())
                            .startsWith("RT @" + original.author().username() + ": ");
                    assertThat(post.text().length()).isLessThanOrEqualTo(140);
                });
    }

    @Test
    void letsMetricsGrow() {
        List<Post> posts = posts(world).limit(200).toList();
        for (Post post : posts) {
            Metrics before = world.metrics(post.plan(), post.createdAt());
            assertThat(before).isEqualTo(new Metrics(0, 0, 0, 0, 0, 0));
            for (int minutes = 1; minutes < 2000; minutes *= 3) {
                Metrics after = world.metrics(post.plan(), post.createdAt().plus(Duration.ofMinutes(minutes)));
                assertThat(after.likes()).isGreaterThanOrEqualTo(before.likes());
                assertThat(after.impressions()).isGreaterThan(before.impressions());
                assertThat(after.retweets()).isBetween(before.retweets(), after.likes());
                before = after;
            }
        }
    }

    @Test
    void letsUsersChange() {
        SimulatedAccount account = world.crowd().account(3);
        List<SimulatedProfile> profiles = LongStream.range(0, 100)
                .mapToObj(hours -> world.crowd().profile(account, NOW.plus(Duration.ofHours(hours))))
                .toList();

        assertThat(profiles.stream().map(SimulatedProfile::description).distinct())
                .hasSizeGreaterThan(3);
        assertThat(profiles.stream().map(SimulatedProfile::name).distinct()).hasSizeGreaterThan(1);
        assertThat(profiles).extracting(SimulatedProfile::followers).isSorted();
        assertThat(profiles.get(99).followers()).isGreaterThan(profiles.get(0).followers());
    }

    @Test
    void usesHashtagsByZipfsLaw() {
        long[] used = new long[world.settings().hashtags().size()];
        posts(world).forEach(post -> Arrays.stream(post.plan().hashtags()).forEach(tag -> used[tag]++));

        assertThat(world.settings().hashtags().get(0).toLowerCase(Locale.ROOT)).isEqualTo("covid19");
        assertThat(used[0]).isGreaterThan(used[3]);
        assertThat(used[3]).isGreaterThan(used[30]);
        assertThat(Arrays.stream(used).filter(uses -> uses > 0).count()).isGreaterThan(180);
    }
}
