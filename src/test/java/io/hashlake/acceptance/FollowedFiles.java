package io.hashlake.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Route files that are edited at random, a hashtag at a time. */
final class FollowedFiles {

    /** Kinds of edits; a file that was broken is mended by the next one. */
    enum Edit {
        ADD,
        CHANGE,
        REMOVE,
        BREAK,
        SWAP
    }

    private static final List<String> FILES = List.of("a.yaml", "b.yaml", "c.yaml");

    private final List<String> steady;
    private final List<String> others;
    private final Random random;

    /** Delays in seconds by hashtag, by file. */
    private final Map<String, Map<String, Integer>> files = new TreeMap<>();

    private String broken;

    FollowedFiles(List<String> steady, List<String> others, Random random) {
        this.steady = steady;
        this.others = others;
        this.random = random;
        FILES.forEach(file -> files.put(file, new TreeMap<>()));
        others.stream().limit(others.size() / 2).forEach(this::add);
    }

    /** What is followed when all files are in force; of a broken one, what it said before. */
    Set<String> followed() {
        Set<String> followed = new TreeSet<>(steady);
        files.values().forEach(file -> followed.addAll(file.keySet()));
        return followed;
    }

    /** The file that is broken now; null if none is. */
    String broken() {
        return broken;
    }

    /** Returns how many files come into force by it: all that say something else, unless they are broken. */
    long edit(Edit edit) {
        Map<String, Map<String, Integer>> before = new TreeMap<>();
        files.forEach((name, hashtags) -> before.put(name, Map.copyOf(hashtags)));
        make(edit);
        return files.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();
    }

    private void make(Edit edit) {
        broken = null;
        List<String> present = others.stream().filter(followed()::contains).toList();
        List<String> absent =
                others.stream().filter(one -> !present.contains(one)).toList();
        switch (edit) {
            case ADD -> add(absent.isEmpty() ? present.get(0) : any(absent));
            case REMOVE -> remove(present.isEmpty() ? any(absent) : any(present));
            case CHANGE -> change(present.isEmpty() ? any(others) : any(present));
            case BREAK -> broken = any(FILES);
            default -> swap();
        }
    }

    void followAll() {
        broken = null;
        others.stream().filter(one -> !followed().contains(one)).forEach(this::add);
    }

    private void add(String hashtag) {
        remove(hashtag);
        files.get(any(FILES)).put(hashtag, 1);
    }

    private void remove(String hashtag) {
        files.values().forEach(file -> file.remove(hashtag));
    }

    private void change(String hashtag) {
        files.values().forEach(file -> file.computeIfPresent(hashtag, (name, delay) -> 3 - delay));
    }

    /** Each says what the other has said. */
    private void swap() {
        Map<String, Integer> first = files.get(FILES.get(0));
        files.put(FILES.get(0), files.get(FILES.get(1)));
        files.put(FILES.get(1), first);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The contents, by name; a file without hashtags is not there, unless it is broken. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        contents.put("hashtags.yaml", yaml(steady.stream().collect(Collectors.toMap(one -> one, one -> 1))));
        files.forEach((name, hashtags) -> {
            if (!hashtags.isEmpty() || name.equals(broken)) {
                contents.put(name, name.equals(broken) ? yaml(hashtags) + "- nonsense\n" : yaml(hashtags));
            }
        });
        return contents;
    }

    private static String yaml(Map<String, Integer> hashtags) {
        List<String> routes = new ArrayList<>();
        new TreeMap<>(hashtags).forEach((hashtag, delay) -> routes.add("""
                - templatedRoute:
                    routeId: %1$s
                    routeTemplateRef: x-search
                    parameters:
                      - { name: hashtag, value: %1$s }
                      - { name: delay, value: %2$ds }
                """.formatted(hashtag, delay)));
        return String.join("", routes);
    }
}
