package io.hashlake.live;

import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The dashboard, for one browser, with made-up numbers that come when a test says so. */
public final class MadeUpPage implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-03-04T15:16:17Z");
    private static final View VIEW = View.of("", "1h");

    private final EventStream events = new EventStream();
    private final PageServer server = new PageServer(0, events::follow);
    private final FakeClock clock = new FakeClock(START);
    private final Snapshots snapshots = new Snapshots(
            new FakeAnalytics(clock),
            new MadeUpObligations(),
            new RouteReport() {
                @Override
                public List<Hashtag> followed() {
                    return List.of(Hashtag.of("climate"));
                }

                @Override
                public List<SourceTrouble> troubles() {
                    return List.of(new SourceTrouble("climate", "waiting until 2026-03-04T15:30:00Z: rate limit"));
                }
            },
            ZoneId.of("America/Sao_Paulo"),
            clock);

    public MadeUpPage() throws IOException {}

    public String address() {
        return server.address();
    }

    /** Each two seconds later than the one before. */
    public void sendSnapshots(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            clock.pass(Duration.ofSeconds(2));
            events.send(FeedEvent.snapshot(snapshots.of(VIEW)));
        }
    }

    /** The page then shows the state {@code internal}. */
    public void sendProblem() {
        events.send(FeedEvent.problem(new FeedProblem(clock.instant(), FeedProblem.INTERNAL)));
    }

    @Override
    public void close() {
        server.close();
    }
}
