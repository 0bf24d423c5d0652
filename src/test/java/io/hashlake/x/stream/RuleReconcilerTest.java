package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.source.SourceStatus;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.draft.MatchedRule;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.RuleReply;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RuleReconcilerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeStreams x = new FakeStreams();
    private final RuleReconciler reconciler = reconciler(5);

    private static StreamConfig config(int maxRules) {
        return TestConfig.of(
                StreamConfig.class, "tag-prefix=mine", "max-rules=" + maxRules, "max-rule-length=30", "rule-delay=20s");
    }

    private RuleReconciler reconciler(int most) {
        StreamConfig settings = config(most);
        return new RuleReconciler(x, settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void addsARuleForEachSource() throws Exception {
        StreamSource a = source("a", "#a");
        StreamSource b = source("b", "#b lang:pt");
        RuleOwners rules = reconcile(a, b);
        assertThat(x.rules).extracting(Rule::value).containsExactly("#a", "#b lang:pt");
        assertThat(x.rules).extracting(Rule::tag).containsExactly("mine:a", "mine:b");
        assertThat(rules.owners(new MatchedRule(x.idOf("#b lang:pt"), "mine:b")))
                .containsExactly(b);
        assertThat(a.following().appliesFrom()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void asksForNothingWhenAllIsAsItShouldBe() throws Exception {
        reconcile(source("a", "#a"));
        x.calls.clear();
        reconcile(source("a", "#a"));
        assertThat(x.calls).containsExactly("rules");
    }

    @Test
    void addsBeforeItDeletesAndTouchesOnlyItsOwn() throws Exception {
        x.rules.add(new Rule("1", "#old", "mine:old"));
        x.rules.add(new Rule("2", "#other", "minette:other"));
        x.rules.add(new Rule("3", "#untagged", ""));
        reconcile(source("a", "#a"));
        assertThat(x.calls).containsExactly("rules", "add [#a]", "delete [1]");
        assertThat(x.rules).extracting(Rule::value).containsExactly("#other", "#untagged", "#a");
    }

    @Test
    void aChangedQueryIsANewRule() throws Exception {
        reconcile(source("a", "#a"));
        StreamSource changed = source("a", "#a lang:pt");
        reconcile(changed);
        assertThat(x.rules).extracting(Rule::value).containsExactly("#a lang:pt");
        assertThat(changed.following().appliesFrom()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void sourcesThatWantTheSameShareARule() throws Exception {
        StreamSource a = source("a", "#a");
        StreamSource b = source("b", "#a");
        RuleOwners rules = reconcile(a, b);
        assertThat(x.rules).hasSize(1);
        assertThat(rules.owners(new MatchedRule(x.idOf("#a"), null))).containsExactly(a, b);
    }

    @Test
    void aRuleOfSomebodyElseServesToo() throws Exception {
        x.rules.add(new Rule("7", "#a", "theirs:a"));
        StreamSource a = source("a", "#a");
        RuleOwners rules = reconcile(a);
        assertThat(rules.owners(new MatchedRule("7", "theirs:a"))).containsExactly(a);
        assertThat(a.isStopped()).isFalse();
        reconcile();
        assertThat(x.rules).extracting(Rule::id).containsExactly("7");
    }

    @Test
    void aRuleThatXKnowsInAnotherSpellingIsUsedAndNotDeleted() throws Exception {
        x.rules.add(new Rule("7", "#A", "mine:a"));
        x.insteadOfAdding.add(
                RequestResult.ok(new RuleReply(List.of(), List.of(new RuleReply.Refusal("#a", "7", "DuplicateRule")))));
        StreamSource a = source("a", "#a");
        RuleOwners rules = reconcile(a);
        assertThat(rules.owners(new MatchedRule("7", null))).containsExactly(a);
        assertThat(x.rules).hasSize(1);
    }

    @Test
    void anInvalidRuleStopsItsSourceAlone() throws Exception {
        x.refusal = value -> value.equals("#bad") ? "UnprocessableEntity: no viable alternative" : "";
        StreamSource bad = source("bad", "#bad");
        StreamSource good = source("good", "#good");
        reconcile(bad, good);
        assertThat(bad.status())
                .isInstanceOf(SourceStatus.Stopped.class)
                .asString()
                .contains("x:stream/bad")
                .contains("no viable alternative");
        assertThat(good.isStopped()).isFalse();
    }

    @Test
    void findsTheRuleThatXRefusesWithoutSayingWhich() throws Exception {
        RequestResult<RuleReply> silent = RequestResult.ok(
                new RuleReply(List.of(), List.of(new RuleReply.Refusal("", "", "Invalid Request: one is wrong"))));
        x.insteadOfAdding.addAll(List.of(silent, silent, silent));
        List<StreamSource> sources =
                IntStream.range(0, 4).mapToObj(i -> source("s" + i, "#" + i)).toList();
        reconcile(sources.toArray(StreamSource[]::new));
        assertThat(sources).extracting(StreamSource::isStopped).containsExactly(true, false, false, false);
        assertThat(x.rules).hasSize(3);
    }

    @Test
    void aRuleThatIsTooLongStopsItsSourceAlone() throws Exception {
        StreamSource wordy = source("wordy", "#a OR #b OR #c OR #d OR #e OR #f");
        reconcile(wordy, source("a", "#a"));
        assertThat(wordy.status()).asString().contains("32 characters").contains("at most 30");
        assertThat(x.rules).hasSize(1);
    }

    @Test
    void aRuleForWhichThereIsNoRoomStopsItsSourceAlone() throws Exception {
        x.rules.add(new Rule("1", "#theirs", "theirs:a"));
        StreamSource[] sources =
                IntStream.range(0, 5).mapToObj(i -> source("s" + i, "#" + i)).toArray(StreamSource[]::new);
        reconcile(sources);
        assertThat(sources).extracting(StreamSource::isStopped).containsExactly(false, false, false, false, true);
        assertThat(sources[4].status()).asString().contains("at most 5 rules");
    }

    @Test
    void deletesFirstOnlyWhereThereIsNoRoomOtherwise() throws Exception {
        x.most = 2;
        RuleReconciler narrow = reconciler(2);
        narrow.reconcile(List.of(source("a", "#a"), source("b", "#b")));
        narrow.reconcile(List.of(source("a", "#a"), source("c", "#c")));
        assertThat(x.rules).extracting(Rule::value).containsExactly("#a", "#c");
    }

    @Test
    void aRuleThatSomebodyDeletedIsAddedAndMayHaveBeenGoneSinceTheLastCheck() throws Exception {
        StreamSource a = source("a", "#a");
        reconcile(a);
        x.rules.clear();
        reconcile(a);
        assertThat(x.rules).hasSize(1);
        assertThat(a.following().goneSince()).isEqualTo(NOW);
    }

    @Test
    void leavesTheRestAsItIsWhenXCannotBeAsked() throws Exception {
        x.insteadOfAdding.add(RequestResult.retry(RequestOutcome.SERVER_ERROR, "503"));
        x.rules.add(new Rule("1", "#old", "mine:old"));
        StreamSource a = source("a", "#a");
        RequestResult<RuleOwners> verdict = reconciler.reconcile(List.of(a));
        assertThat(verdict.outcome()).isEqualTo(RequestOutcome.SERVER_ERROR);
        assertThat(a.isStopped()).isFalse();
        assertThat(x.rules).hasSize(1);
    }

    @Property(tries = 200)
    void whateverStoodBeforeTheRulesAreThoseThatAreWantedAndNobodyElsesAreTouched(
            @ForAll @Size(max = 6) Set<@IntRange(max = 9) Integer> wanted,
            @ForAll @Size(max = 6) Set<@IntRange(max = 9) Integer> mine,
            @ForAll @Size(max = 4) Set<@IntRange(max = 9) Integer> theirs)
            throws Exception {
        FakeStreams any = new FakeStreams();
        theirs.forEach(i -> any.rules.add(new Rule("t" + i, "#" + i, "theirs:" + i)));
        mine.stream()
                .filter(i -> !theirs.contains(i))
                .forEach(i -> any.rules.add(new Rule("m" + i, "#" + i, "mine:" + i)));
        List<StreamSource> sources =
                wanted.stream().map(i -> source("s" + i, "#" + i)).toList();
        StreamConfig settings = config(100);
        new RuleReconciler(any, settings, Clock.systemUTC()).reconcile(sources);
        Set<String> expected = new HashSet<>();
        theirs.forEach(i -> expected.add("#" + i));
        wanted.forEach(i -> expected.add("#" + i));
        assertThat(any.rules).extracting(Rule::value).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(any.rules)
                .extracting(Rule::id)
                .containsAll(theirs.stream().map(i -> "t" + i).toList());
    }

    private RuleOwners reconcile(StreamSource... sources) throws InterruptedException {
        RequestResult<RuleOwners> verdict = reconciler.reconcile(new ArrayList<>(Arrays.asList(sources)));
        assertThat(verdict.answer()).isInstanceOf(ApiResult.Ok.class);
        return ((ApiResult.Ok<RuleOwners>) verdict.answer()).value();
    }

    static StreamSource source(String name, String query) {
        return StreamSource.filtered(
                name, new SearchQuery(query, 10_000), batch -> CompletableFuture.completedFuture(null));
    }
}
