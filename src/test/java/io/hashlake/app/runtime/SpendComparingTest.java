package io.hashlake.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.ledger.SpendComparison;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class SpendComparingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = BillingCycle.dayOf(NOON);

    private final FakeClock clock = new FakeClock(NOON);
    private final DataSource database = TestWarehouse.migrated();
    private final JdbcSpend ledger = new JdbcSpend(database);
    private Simulator simulator;
    private XClient x;
    private SpendComparing comparing;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings(), clock, 0);
        x = new XClient(
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class)),
                clock,
                ApiListener.NONE);
        comparing = new SpendComparing(x::usage, new SpendReader(database), clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void whatWasReadIsWhatXBillsAndWhatAnotherProgramReadsIsTold() throws Exception {
        SpendGuard guard = new SpendGuard(TestTerms.of(Budget.UNLIMITED), ledger, SpendListener.NONE, clock);
        new MeteredSearch(x, guard)
                .walk(request("#covid19"), new DoubtAllowance())
                .next(posts -> Map.of("covid", posts.size()));
        guard.close();
        SpendComparison today = comparing.compare().get(0);
        assertThat(today.day()).isEqualTo(TODAY);
        assertThat(today.counted()).isPositive().isEqualTo(today.billed());

        x.search(request("#climate"));
        assertThat(comparing.compare().get(0).difference()).isPositive();
    }

    @Test
    void whatWasCountedTwiceIsANegativeDifference() throws Exception {
        ledger.add(TODAY, Map.of(new SpendItem("covid", Resource.POST, new Dollars(5_000)), 7L));
        assertThat(comparing.compare().get(0).difference()).isEqualTo(-7);
    }

    @Test
    void saysWhyXDoesNotAnswer() {
        simulator.fail(FaultKind.UNAVAILABLE, 100);
        assertThatThrownBy(comparing::compare)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("X does not say what it bills: X answered 503");
    }

    private static SearchRequest request(String query) {
        return new SearchRequest("covid", SearchRequest.Scope.RECENT, query, 0, 0, null, 100);
    }
}
