package io.hashlake.warehouse.analytics;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The same answers from a list of posts, in plain Java. */
record Recomputed(Collection<Post> all, Map<Long, Long> followers) {

    Totals totals(Selection selection) {
        return totals(selected(selection));
    }

    List<HashtagTotals> hashtags(Selection selection, int limit) {
        return byHashtag(selection).entrySet().stream()
                .map(used -> new HashtagTotals(used.getKey(), used.getKey().toUpperCase(), totals(used.getValue())))
                .sorted(Comparator.comparing(
                                (HashtagTotals used) -> -used.totals().posts())
                        .thenComparing(HashtagTotals::hashtag))
                .limit(limit)
                .toList();
    }

    List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) {
        List<SeriesPoint> points = new ArrayList<>();
        if (selection.hashtags().isEmpty()) {
            points.addAll(line(null, selected(selection), interval, zone));
        } else {
            byHashtag(selection).forEach((hashtag, posts) -> points.addAll(line(hashtag, posts, interval, zone)));
        }
        points.sort(Comparator.comparing(SeriesPoint::start)
                .thenComparing(SeriesPoint::hashtag, Comparator.nullsFirst(Comparator.naturalOrder())));
        return points;
    }

    List<LanguageTotals> languages(Selection selection) {
        Map<String, List<Post>> byLanguage = new HashMap<>();
        selected(selection).forEach(post -> byLanguage
                .computeIfAbsent(post.language(), language -> new ArrayList<>())
                .add(post));
        return byLanguage.entrySet().stream()
                .map(used -> new LanguageTotals(used.getKey(), totals(used.getValue())))
                .sorted(Comparator.comparing(
                                (LanguageTotals used) -> -used.totals().posts())
                        .thenComparing(LanguageTotals::language, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Ids, posts and engagement. */
    List<List<Long>> authors(Selection selection, int limit) {
        return selected(selection).stream().collect(groupingBy(Post::author)).entrySet().stream()
                .map(author -> List.of(
                        author.getKey(),
                        (long) author.getValue().size(),
                        author.getValue().stream().mapToLong(Post::engagement).sum()))
                .sorted(Comparator.comparing((List<Long> author) -> -author.get(1))
                        .thenComparing(author -> author.get(0)))
                .limit(limit)
                .toList();
    }

    List<CoOccurrence> coOccurring(Selection selection, int limit) {
        return selected(selection).stream()
                .flatMap(post -> post.hashtags().stream())
                .filter(hashtag -> !selection.hashtags().contains(hashtag))
                .collect(groupingBy(Function.identity()))
                .entrySet()
                .stream()
                .map(used -> new CoOccurrence(
                        used.getKey(),
                        used.getKey().toUpperCase(),
                        used.getValue().size()))
                .sorted(Comparator.comparing((CoOccurrence used) -> -used.posts())
                        .thenComparing(CoOccurrence::hashtag))
                .limit(limit)
                .toList();
    }

    List<Long> topPosts(Selection selection, int limit) {
        return selected(selection).stream()
                .sorted(Comparator.comparing(Post::engagement)
                        .thenComparing(Post::id)
                        .reversed())
                .limit(limit)
                .map(Post::id)
                .toList();
    }

    List<Post> selected(Selection selection) {
        return all.stream()
                .filter(post -> post.supersededBy() == null)
                .filter(post -> !post.createdAt().isBefore(selection.from())
                        && post.createdAt().isBefore(selection.to()))
                .filter(post -> selection.hashtags().isEmpty()
                        || post.hashtags().stream().anyMatch(selection.hashtags()::contains))
                .toList();
    }

    private Map<String, List<Post>> byHashtag(Selection selection) {
        Map<String, List<Post>> byHashtag = new TreeMap<>();
        for (Post post : selected(selection)) {
            post.hashtags().stream()
                    .filter(used -> selection.hashtags().isEmpty()
                            || selection.hashtags().contains(used))
                    .forEach(used -> byHashtag
                            .computeIfAbsent(used, key -> new ArrayList<>())
                            .add(post));
        }
        return byHashtag;
    }

    private List<SeriesPoint> line(String hashtag, List<Post> posts, Interval interval, ZoneId zone) {
        return posts.stream()
                .collect(groupingBy(
                        post -> start(post.createdAt(), interval, zone), collectingAndThen(toList(), this::totals)))
                .entrySet()
                .stream()
                .map(step -> new SeriesPoint(hashtag, step.getKey(), step.getValue()))
                .toList();
    }

    private static Instant start(Instant time, Interval interval, ZoneId zone) {
        return switch (interval) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        };
    }

    private Totals totals(List<Post> posts) {
        List<Double> polarities =
                posts.stream().map(Post::polarity).filter(Objects::nonNull).toList();
        List<Long> authors = posts.stream().map(Post::author).distinct().toList();
        return new Totals(
                posts.size(),
                authors.size(),
                authors.stream().mapToLong(followers::get).sum(),
                posts.stream().mapToLong(Post::engagement).sum(),
                count(posts, "negative"),
                count(posts, "neutral"),
                count(posts, "positive"),
                polarities.isEmpty()
                        ? null
                        : polarities.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow());
    }

    private static long count(List<Post> posts, String sentiment) {
        return Stream.of(posts)
                .flatMap(List::stream)
                .filter(post -> sentiment.equals(post.sentiment()))
                .count();
    }
}
