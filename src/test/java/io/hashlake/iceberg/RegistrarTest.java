package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.TestTweets;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the lake has written for good is in the table, once. */
class RegistrarTest {

    private final IcebergLake lake = new IcebergLake();

    @Test
    void registersWhatTheCursorHasPassed() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19", "flu"), TestTweets.tweet(2));

        assertThat(lake.register()).isEqualTo(new Registration(3, 3, 0));

        assertThat(lake.rows()).containsExactly("covid19 1", "flu 1", "null 2");
    }

    @Test
    void registersNothingTwice() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.register();

        assertThat(lake.register()).isEqualTo(Registration.NOTHING);
        assertThat(lake.rows()).containsExactly("covid19 1");
    }

    @Test
    void registersNoFileThatMayStillBeTakenBack() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.landUnpassed(TestTweets.tweet(2, "covid19"));
        lake.register();
        assertThat(lake.rows()).containsExactly("covid19 1");

        lake.takeBack(1);
        lake.register();

        assertThat(lake.rows()).containsExactly("covid19 1");
    }

    @Test
    void compactionsReplaceFilesInOneSnapshot() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.land(TestTweets.tweet(1, "covid19"), TestTweets.tweet(2, "covid19"));
        lake.register();

        assertThat(lake.compact().failures()).isZero();

        assertThat(lake.rows()).containsExactly("covid19 1", "covid19 2");
        assertThat(new LakeContents(lake.store).rows()).containsExactly("covid19 1", "covid19 2");
        assertThat(lake.table().currentSnapshot().operation()).isEqualTo("replace");
        assertThat(lake.register()).isEqualTo(Registration.NOTHING);
    }

    @Test
    void filesThatAreDroppedLeaveTheTableInTheSameStep() throws IOException {
        Instant old = Instant.parse("2026-09-01T12:00:00Z");
        lake.land(TestTweets.tweet(1, "covid19"), TestTweets.tweet(2, old, "covid19"));
        lake.register();

        assertThat(lake.drop(Instant.parse("2026-11-01T00:00:00Z"))).isEqualTo(1);

        assertThat(lake.rows()).containsExactly("covid19 1");
        assertThat(lake.table().currentSnapshot().operation()).isEqualTo("delete");
        assertThat(lake.register()).isEqualTo(Registration.NOTHING);
    }
}
