package io.hashlake.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.Totals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T15:16:17Z"), ZoneOffset.UTC);
    private static final Feed.Settings QUICK = new Feed.Settings(Duration.ofMillis(20), Duration.ofHours(1));
    private static final View ALL = View.of("", "1h");
    private static final View CLIMATE = View.of("#Climate", "24h");

    private final FakeAnalytics analytics = new FakeAnalytics(CLOCK);
    private final Feed feed = feed(analytics, QUICK);
    private final List<Client> clients = new ArrayList<>();

    private static Feed feed(FakeAnalytics analytics, Feed.Settings settings) {
        Snapshots snapshots = new Snapshots(
                analytics, () -> null, () -> List.of(Hashtag.of("Climate")), ZoneId.of("America/Sao_Paulo"), CLOCK);
        return new Feed(snapshots, settings, CLOCK);
    }

    @AfterEach
    void end() {
        clients.forEach(Client::leave);
        feed.close();
    }

    private Client join(View view) {
        Client client = new Client();
        clients.add(client);
        feed.follow(view).subscribe().withSubscriber(client);
        return client;
    }

    @Test
    void keepsSendingSnapshots() {
        Client client = join(ALL).demand(Long.MAX_VALUE);
        await().untilAsserted(() -> assertThat(client.named("snapshot")).hasSizeGreaterThan(5));
        assertThat(client.named("snapshot").get(0).data()).startsWith("{\"at\":\"2026-03-04T15:16:17Z\"");
    }

    @Test
    void makesEachSnapshotOnceForEverybodyWhoWatchesTheSame() {
        IntStream.range(0, 50).forEach(i -> join(CLIMATE).demand(Long.MAX_VALUE));
        await().untilAsserted(() -> assertThat(clients)
                .allSatisfy(client -> assertThat(client.named("snapshot")).hasSizeGreaterThan(3)));
        assertThat(feed.views()).isEqualTo(1);
        assertThat(feed.clients()).isEqualTo(50);
        FeedEvent one = clients.get(0).named("snapshot").get(3);
        assertThat(clients.get(49).named("snapshot"))
                .anySatisfy(same -> assertThat(same).isSameAs(one));
    }

    @Test
    void showsANewcomerTheLatestSnapshotAtOnce() {
        Client first = join(ALL).demand(Long.MAX_VALUE);
        await().until(() -> !first.named("snapshot").isEmpty());
        assertThat(join(ALL).demand(1).events()).extracting(FeedEvent::name).containsExactly("snapshot");
    }

    @Test
    void worksNoLongerForAViewThatNobodyWatches() {
        Client client = join(ALL).demand(Long.MAX_VALUE);
        await().until(() -> !client.named("snapshot").isEmpty());
        client.leave();
        await().until(() -> feed.views() == 0);
        int questions = analytics.questions.get();
        Client other = join(CLIMATE).demand(Long.MAX_VALUE);
        await().until(() -> other.named("snapshot").size() > 3);
        assertThat(other.named("snapshot")).noneMatch(event -> event.data().contains("\"period\":\"1h\""));
        assertThat(analytics.questions.get()).isGreaterThan(questions);
        assertThat(feed.views()).isEqualTo(1);
    }

    @Test
    void letsGoOfAClientThatDoesNotTakeWhatItIsSentAndServesTheOthers() {
        Client stuck = join(ALL).demand(1);
        Client other = join(ALL).demand(Long.MAX_VALUE);
        await().untilAsserted(() -> assertThat(stuck.failure()).isNull());
        stuck.demand(1);
        await().untilAsserted(() -> assertThat(stuck.failure()).isInstanceOf(SlowClientException.class));
        int seen = other.events().size();
        await().until(() -> other.events().size() > seen + 3);
        assertThat(feed.clients()).isEqualTo(1);
    }

    @Test
    void saysThatTheWarehouseCannotBeAskedAndRecoversByItself() {
        analytics.isDown = true;
        Client client = join(ALL).demand(Long.MAX_VALUE);
        await().until(() -> client.named("problem").size() > 2);
        assertThat(client.named("problem").get(0).data())
                .isEqualTo("{\"at\":\"2026-03-04T15:16:17Z\",\"code\":\"warehouse\"}");
        assertThat(client.named("snapshot")).isEmpty();
        analytics.isDown = false;
        await().until(() -> !client.named("snapshot").isEmpty());
        assertThat(client.failure()).isNull();
    }

    @Test
    void outlivesAMistakeInTheProgram() {
        FakeAnalytics broken = new FakeAnalytics(CLOCK) {
            @Override
            public Totals totals(Selection selection) {
                throw new IllegalStateException("a mistake");
            }
        };
        try (Feed other = feed(broken, QUICK)) {
            Client client = new Client();
            other.follow(ALL).subscribe().withSubscriber(client);
            client.demand(Long.MAX_VALUE);
            await().until(() -> client.named("problem").size() > 2);
            assertThat(client.named("problem").get(0).data())
                    .contains("internal")
                    .doesNotContain("mistake");
        }
    }

    @Test
    void sendsHeartbeatsWhileTheWarehouseTakesItsTime() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        FakeAnalytics slow = new FakeAnalytics(CLOCK) {
            @Override
            public Totals totals(Selection selection) throws IOException {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return super.totals(selection);
            }
        };
        try (Feed other = feed(slow, new Feed.Settings(Duration.ofSeconds(2), Duration.ofMillis(20)))) {
            Client client = new Client();
            other.follow(ALL).subscribe().withSubscriber(client);
            client.demand(Long.MAX_VALUE);
            await().until(() -> client.events().size() > 4);
            assertThat(client.events()).allMatch(event -> event.name() == null);
            answer.countDown();
            await().until(() -> !client.named("snapshot").isEmpty());
        }
    }

    @Test
    void endsEverybodysStreamWhenItIsClosed() {
        Client client = join(ALL).demand(Long.MAX_VALUE);
        await().until(() -> !client.named("snapshot").isEmpty());
        feed.close();
        await().until(client::isComplete);
        assertThatThrownBy(() -> feed.follow(ALL)).isInstanceOf(FeedFullException.class);
    }

    @Test
    void refusesMoreSelectionsThanItCanServe() {
        for (int i = 0; i < Feed.MAX_VIEWS; i++) {
            join(View.of("tag" + i, "30d")).demand(Long.MAX_VALUE);
        }
        assertThatThrownBy(() -> feed.follow(ALL))
                .isInstanceOf(FeedFullException.class)
                .hasMessageContaining("32");
        join(View.of("tag0", "30d")).demand(1);
        assertThat(feed.views()).isEqualTo(Feed.MAX_VIEWS);
    }
}
