package io.hashlake.x.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.tweet.Hashtag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QueryPackerTest {

    private static final int OR = " OR ".length();

    private final QueryPacker packer = new QueryPacker();

    @Test
    void joinsHashtagsAndLeavesTheRestAlone() {
        List<PackedQuery> packed = packer.pack(queries("#b", "#a lang:pt", "#a OR #c", "#B", "covid"));

        assertThat(packed).extracting(PackedQuery::text).containsExactly("#a OR #c OR #B", "#a lang:pt", "covid");
        assertThat(packed.get(0).members()).containsExactlyElementsOf(queries("#a OR #c", "#B", "#b"));
    }

    @Test
    void packsNothingIntoNothing() {
        assertThat(packer.pack(List.of())).isEmpty();
    }

    @Test
    void leavesAloneWhatIsLongerThanTheLimit() {
        String hashtag = "#" + "x".repeat(40);

        assertThat(new QueryPacker(20).pack(queries(hashtag, "#a")))
                .extracting(PackedQuery::text)
                .containsExactly("#a", hashtag);
    }

    @Test
    void reachesTheLowerBoundOrOneAboveItForHashtagsOfUsualLength() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<SearchQuery> queries = IntStream.range(0, 20 + random.nextInt(400))
                    .mapToObj(i -> new SearchQuery("#t" + i + "x".repeat(random.nextInt(20))))
                    .toList();

            assertThat(packer.pack(queries)).hasSizeBetween(lowerBound(queries, 512), lowerBound(queries, 512) + 1);
        }
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueryPacker(0));
    }

    @Property(tries = 300)
    void coversEveryQueryOnceWithinTheLimit(@ForAll("hashtagQueries") List<SearchQuery> queries) {
        List<PackedQuery> packed = new QueryPacker(64).pack(queries);

        assertThat(packed.stream().flatMap(one -> one.members().stream()))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(queries));
        for (PackedQuery one : packed) {
            assertThat(one.text().length()).isLessThanOrEqualTo(64);
            assertThat(canonical(new SearchQuery(one.text())))
                    .isEqualTo(one.members().stream()
                            .flatMap(member -> canonical(member).stream())
                            .collect(Collectors.toSet()));
            assertThat(new SearchQuery(one.text()).isPackable()).isTrue();
        }
        assertThat(packed).hasSizeGreaterThanOrEqualTo(lowerBound(queries, 64));
    }

    @Property(tries = 300)
    void isNoWorseThanFirstFitDecreasing(@ForAll("lengths") List<Integer> lengths) {
        List<SearchQuery> queries = IntStream.range(0, lengths.size())
                .mapToObj(i -> new SearchQuery("#" + i + "x".repeat(lengths.get(i))))
                .toList();

        assertThat(new QueryPacker(64).pack(queries)).hasSizeLessThanOrEqualTo(firstFitDecreasing(queries, 64));
    }

    @Provide
    Arbitrary<List<Integer>> lengths() {
        return Arbitraries.integers().between(1, 50).list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrder(@ForAll("hashtagQueries") List<SearchQuery> queries, @ForAll Random random) {
        List<SearchQuery> shuffled = new ArrayList<>(queries);
        Collections.shuffle(shuffled, random);

        assertThat(packer.pack(shuffled)).isEqualTo(packer.pack(queries));
    }

    @Provide
    Arbitrary<List<SearchQuery>> hashtagQueries() {
        Arbitrary<String> hashtag = Arbitraries.strings()
                .withCharRange('a', 'e')
                .ofMinLength(1)
                .ofMaxLength(10)
                .map(text -> "#" + text);
        return hashtag.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(hashtags -> new SearchQuery(String.join(" OR ", hashtags)))
                .list()
                .ofMaxSize(40);
    }

    private static Set<String> canonical(SearchQuery query) {
        return query.hashtags().stream().map(Hashtag::canonical).collect(Collectors.toSet());
    }

    private static int lowerBound(List<SearchQuery> queries, int limit) {
        int total = queries.stream()
                .flatMap(query -> query.hashtags().stream())
                .map(Hashtag::canonical)
                .distinct()
                .mapToInt(hashtag -> 1 + hashtag.length() + OR)
                .sum();
        return (total + limit + OR - 1) / (limit + OR);
    }

    private static int firstFitDecreasing(List<SearchQuery> queries, int limit) {
        List<Integer> sizes = queries.stream()
                .distinct()
                .map(query -> query.hashtags().stream()
                        .mapToInt(hashtag -> 1 + hashtag.text().length() + OR)
                        .sum())
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Integer> bins = new ArrayList<>();
        for (int size : sizes) {
            int fit = IntStream.range(0, bins.size())
                    .filter(bin -> bins.get(bin) + size <= limit + OR)
                    .findFirst()
                    .orElse(-1);
            if (fit < 0) {
                bins.add(size);
            } else {
                bins.set(fit, bins.get(fit) + size);
            }
        }
        return bins.size();
    }

    private static List<SearchQuery> queries(String... texts) {
        return Arrays.stream(texts).map(SearchQuery::new).toList();
    }
}
