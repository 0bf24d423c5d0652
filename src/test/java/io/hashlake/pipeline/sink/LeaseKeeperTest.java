package io.hashlake.pipeline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.SourceLeases;
import io.hashlake.core.StandbyException;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.ledger.JdbcCursors;
import io.hashlake.warehouse.ledger.JdbcLeases;
import io.hashlake.warehouse.ledger.LeaseHolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class LeaseKeeperTest {

    private static final Duration TERM = Duration.ofSeconds(10);

    /** Kernels give out no such start time. */
    private static final long NEVER = -1;

    private final DataSource database = TestWarehouse.migrated();
    private final FakeClock clock = new FakeClock(Instant.parse("2026-03-01T13:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final LeaseKeeper first = keeper(new LeaseHolder("one", "machine 1", 11, NEVER));
    private final LeaseKeeper second = keeper(new LeaseHolder("two", "machine 2", 22, NEVER));

    private LeaseKeeper keeper(LeaseHolder holder) {
        return new LeaseKeeper(new JdbcLeases(database, holder, TERM), clock, nanos::get);
    }

    @Test
    void oneProcessFollowsASourceAndTheOtherSaysWhoDoes() throws Exception {
        first.claim("covid19");

        assertThatThrownBy(() -> second.claim("covid19"))
                .isInstanceOf(StandbyException.class)
                .hasMessage("covid19 is followed by process 11 on host one");
        assertThat(first.isHeld("covid19")).isTrue();
        assertThat(second.isHeld("covid19")).isFalse();
        assertThat(second.isStandby("covid19")).isTrue();
        assertThat(second.follower("covid19")).contains("process 11 on host one");
        assertThat(first.follower("covid19")).isEmpty();
    }

    @Test
    void everythingThatIsWantedIsClaimedAtOnce() throws Exception {
        first.want("a");
        first.want("b");
        first.claim("a");
        second.want("b");
        second.want("c");

        assertThatThrownBy(() -> second.claim("b")).isInstanceOf(StandbyException.class);
        assertThat(first.held()).isEqualTo(2);
        assertThat(second.isHeld("c")).isTrue();
        assertThat(second.waiting()).isOne();
    }

    @Test
    void aProcessThatEndsOrderlyIsFollowedAtOnce() throws Exception {
        first.claim("covid19");
        assertThatThrownBy(() -> second.claim("covid19")).isInstanceOf(StandbyException.class);

        first.close();
        second.renew();

        second.claim("covid19");
        assertThat(second.isHeld("covid19")).isTrue();
    }

    @Test
    void oneThatIsNotHeardOfForItsTermIsTakenOver() throws Exception {
        first.claim("covid19");
        assertThatThrownBy(() -> second.claim("covid19")).isInstanceOf(StandbyException.class);
        second.renew();
        assertThat(second.isHeld("covid19")).isFalse();

        expire();
        second.renew();

        assertThat(second.isHeld("covid19")).isTrue();
        assertThat(second.token("covid19").getAsLong())
                .isGreaterThan(first.token("covid19").getAsLong());
    }

    @Test
    void oneThatIsSeenToHaveEndedIsTakenOverAtOnce() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        LeaseHolder self = LeaseHolder.current();
        long started = LeaseHolder.startOf(process.pid());
        keeper(new LeaseHolder(self.host(), self.machine(), process.pid(), started))
                .claim("covid19");
        LeaseKeeper next = keeper(self);
        assertThatThrownBy(() -> next.claim("covid19")).isInstanceOf(StandbyException.class);

        process.destroyForcibly().waitFor();
        next.renew();

        assertThat(next.isHeld("covid19")).isTrue();
    }

    @Test
    void aNumberThatAnotherProcessHasGotSinceProvesTheEndToo() throws Exception {
        LeaseHolder self = LeaseHolder.current();
        keeper(new LeaseHolder(self.host(), self.machine(), self.pid(), self.started() - 1))
                .claim("covid19");

        keeper(self).claim("covid19");
    }

    @Test
    void theNumberOfAProcessOnAnotherMachineProvesNothing() throws Exception {
        LeaseHolder self = LeaseHolder.current();
        keeper(new LeaseHolder(self.host(), "another", self.pid(), NEVER)).claim("covid19");

        assertThatThrownBy(() -> keeper(self).claim("covid19")).isInstanceOf(StandbyException.class);
    }

    @Test
    void withoutRenewalItPausesWhenItsTermIsOverAndGoesOnUnderTheSameLease() throws Exception {
        first.claim("covid19");
        long token = first.token("covid19").getAsLong();

        nanos.addAndGet(TERM.toNanos() - 1);
        assertThat(first.isHeld("covid19")).isTrue();
        nanos.addAndGet(1);
        assertThatThrownBy(() -> first.ensureHeld("covid19"))
                .isNotInstanceOf(LostLeaseException.class)
                .hasMessageContaining("could not be renewed for 10 s");
        assertThat(first.isStandby("covid19")).isFalse();

        first.renew();
        assertThat(first.isHeld("covid19")).isTrue();
        assertThat(first.token("covid19").getAsLong()).isEqualTo(token);
    }

    @Test
    void theTimeOfDayEndsATermTooForMachinesThatWereSuspended() throws Exception {
        first.claim("covid19");

        clock.pass(TERM);

        assertThat(first.isHeld("covid19")).isFalse();
    }

    @Test
    void oneThatWokeUpLateHasLostItsLeasesUntilItClaimsThemAgain() throws Exception {
        first.claim("covid19");
        expire();
        second.claim("covid19");

        first.renew();

        assertThatThrownBy(() -> first.ensureHeld("covid19")).isInstanceOf(LostLeaseException.class);
        assertThat(first.isStandby("covid19")).isTrue();
        second.close();
        first.renew();
        assertThat(first.isHeld("covid19")).isFalse();
        first.claim("covid19");
        assertThat(first.isHeld("covid19")).isTrue();
    }

    @Test
    void noCursorMovesUnderALeaseThatWasLostAndAllOthersDo() throws Exception {
        first.claim("covid19");
        CursorWriter old = new CursorWriter(new JdbcCursors(database, clock, first), first);
        old.advance("covid19", "1");
        old.advance("unleased", "1");
        expire();
        second.claim("covid19");
        CursorWriter next = new CursorWriter(new JdbcCursors(database, clock, second), second);
        next.advance("covid19", "5");

        JdbcCursors store = new JdbcCursors(database, clock, first);
        assertThatThrownBy(() -> store.advanceAll(Map.of("covid19", "2", "unleased", "2")))
                .isInstanceOf(LostLeaseException.class)
                .hasMessageContaining("covid19");
        old.advanceSoon("covid19", "3");
        assertThat(old.position("unleased")).contains("1");

        JdbcCursors stored = new JdbcCursors(database, clock);
        assertThat(stored.position("covid19")).contains("5");
        assertThat(stored.position("unleased")).contains("2");
        assertThat(first.isStandby("covid19")).isTrue();
        old.close();
        next.close();
    }

    @Test
    void aPositionThatWasRememberedIsReadAnewAfterANewClaim() throws Exception {
        first.claim("covid19");
        try (CursorWriter cursors = new CursorWriter(new JdbcCursors(database, clock, first), first)) {
            cursors.advance("covid19", "1");
            expire();
            second.claim("covid19");
            new JdbcCursors(database, clock, second).advance("covid19", "9");
            first.renew();
            second.close();

            cursors.claim("covid19");

            assertThat(cursors.position("covid19")).contains("9");
        }
    }

    @Test
    void aLeaseIsGivenBackAfterTheNextRenewalButOne() throws Exception {
        first.claim("file");
        first.release("file");
        first.renew();
        assertThatThrownBy(() -> second.claim("file")).isInstanceOf(StandbyException.class);

        first.renew();
        second.renew();

        assertThat(second.isHeld("file")).isTrue();
        assertThat(first.token("file")).isEmpty();
    }

    @Test
    void whatIsTakenOverIsToldBeforeItIsHeld() throws Exception {
        List<String> told = new ArrayList<>();
        second.listen(new SourceLeases.Listener() {
            @Override
            public void taking(Set<String> origins) {
                told.add("taking " + origins + " " + second.isHeld("covid19"));
            }

            @Override
            public void taken(Set<String> origins) {
                told.add("taken " + origins + " " + second.isHeld("covid19"));
            }
        });
        first.claim("covid19");
        second.want("new");
        assertThatThrownBy(() -> second.claim("covid19")).isInstanceOf(StandbyException.class);
        assertThat(told).isEmpty();

        first.close();
        second.renew();

        assertThat(told).containsExactly("taking [covid19] false", "taken [covid19] true");
    }

    @Test
    void aDatabaseThatIsOutIsToldAsSuch() {
        LeaseKeeper keeper = new LeaseKeeper(
                new JdbcLeases(TestWarehouse.unreachable(), new LeaseHolder("one", "machine 1", 11, NEVER), TERM),
                clock,
                nanos::get);

        assertThatThrownBy(() -> keeper.claim("covid19"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no lease can be renewed");
        assertThat(keeper.isHeld("covid19")).isFalse();
    }

    /** As if nothing had been heard of the first process for its term. */
    private void expire() throws Exception {
        TestWarehouse.update(database, "UPDATE ops.process SET expires_at = now() - interval '1 s' WHERE host = 'one'");
    }
}
