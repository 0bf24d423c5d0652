package io.hashlake.warehouse.sink;

import static io.hashlake.warehouse.sink.Tweets.batch;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A sink on a migrated database of its own, and what it gave to the dead letter. */
abstract class SinkFixture {

    static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    final List<Rejected> rejected = new ArrayList<>();
    DataSource database;
    WarehouseSink sink;

    @BeforeEach
    void open() throws Exception {
        database = TestWarehouse.migrated();
        sink = sinkAt(NOW);
        sink.open();
    }

    WarehouseSink sinkAt(Instant now) {
        return new WarehouseSink(database, rejected::addAll, Clock.fixed(now, ZoneOffset.UTC));
    }

    void commit(Tweet... tweets) throws IOException {
        sink.write(batch("a", tweets));
        sink.commit();
    }

    static Tweet by(long id, User author, Instant observedAt) {
        return Tweets.observed(id, "text", author, Metrics.NONE, observedAt, List.of());
    }
}
