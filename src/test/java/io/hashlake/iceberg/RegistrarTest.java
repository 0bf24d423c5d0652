package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.TestTweets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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

    @Test
    void snapshotsExpireWithTheManifestsThatOnlyTheyReferTo() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.land(TestTweets.tweet(2, "covid19"));
        lake.register();
        lake.compact();
        Set<String> earlier = lake.metadata(".avro");
        lake.clock.pass(Duration.between(lake.clock.instant(), Instant.now()).plus(IcebergLake.AGE.multipliedBy(3)));
        lake.land(TestTweets.tweet(3, "covid19"));
        lake.register();

        assertThat(lake.table().snapshots()).hasSize(1);
        assertThat(lake.metadata(".avro")).as("manifests").isNotEmpty().hasSizeLessThan(earlier.size());
        assertThat(lake.rows()).containsExactly("covid19 1", "covid19 2", "covid19 3");
        assertThat(lake.register()).isEqualTo(Registration.NOTHING);
    }

    @Test
    void onlyTheLatestVersionsOfTheMetadataFileAreKept() throws IOException {
        for (int id = 1; id <= 25; id++) {
            lake.land(TestTweets.tweet(id, "covid19"));
            lake.register();
        }

        assertThat(lake.metadata(".metadata.json")).hasSize(21);
        assertThat(lake.rows()).hasSize(25);
    }

    @Test
    void aTableOfAnEarlierVersionGetsTheNewColumnsAndItsFilesHaveNoneInThem() throws IOException {
        EarlierVersion earlier = new EarlierVersion(lake, Set.of("observed_at", "followed"));
        earlier.createTable();
        earlier.land(1, "covid19");
        lake.land(TestTweets.tweet(2, "covid19"));

        assertThat(lake.register()).isEqualTo(new Registration(2, 2, 0));

        assertThat(lake.records().stream()
                        .map(row -> row.getField("id") + " " + row.getField("text") + " " + row.getField("followed")))
                .containsExactlyInAnyOrder("1 text 1 null", "2 text 2 [covid19]");
    }
}
