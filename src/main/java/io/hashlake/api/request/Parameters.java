package io.hashlake.api.request;

import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemException;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a request. Reading never fails: what is wrong is noted and something harmless returned, and {@link #done}
 * then tells of everything at once, of parameters that nobody has read too.
 */
public final class Parameters {

    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Duration USUAL_PERIOD = Duration.ofHours(24);

    private final Map<String, List<String>> given;
    private final Clock clock;
    private final ZoneId usualZone;
    private final Set<String> read = new HashSet<>();
    private final List<InvalidParameter> problems = new ArrayList<>();

    /** @param given the values of each name, decoded */
    public Parameters(Map<String, List<String>> given, Clock clock, ZoneId usualZone) {
        this.given = given;
        this.clock = clock;
        this.usualZone = usualZone;
    }

    /** The value of a parameter that may be given once. */
    public <T> Optional<T> one(String name, String allowed, Function<String, T> reader) {
        List<String> values = values(name);
        if (values.size() > 1) {
            refuse(name, String.join(", ", values), "it can be given once");
            return Optional.empty();
        }
        return values.stream()
                .flatMap(value -> read(name, value, allowed, reader))
                .findFirst();
    }

    /** The one value that a parameter of the path has. */
    public <T> Optional<T> inPath(String name, String value, String allowed, Function<String, T> reader) {
        return read(name, value, allowed, reader).findFirst();
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String allowed =
                "one of " + Arrays.stream(constants).map(Parameters::lower).collect(Collectors.joining(", "));
        return one(name, allowed, value -> Arrays.stream(constants)
                .filter(constant -> lower(constant).equals(value))
                .findFirst()
                .orElseThrow());
    }

    /** A parameter that is {@code true} or {@code false}; false if it is missing. */
    public boolean flag(String name) {
        return one(name, "true or false", value -> {
                    if (!FLAGS.contains(value)) {
                        throw new IllegalArgumentException();
                    }
                    return Boolean.valueOf(value);
                })
                .orElse(false);
    }

    /** The parameter {@code limit}, from 1 to {@code most}. */
    public int limit(int usual, int most) {
        return one("limit", "a whole number from 1 to " + most, value -> {
                    int limit = Integer.parseInt(value);
                    if (limit < 1 || limit > most) {
                        throw new IllegalArgumentException();
                    }
                    return limit;
                })
                .orElse(usual);
    }

    /** The parameter {@code zone}. */
    public ZoneId zone() {
        return one("zone", Moments.ZONE_ALLOWED, Moments::readZone).orElse(usualZone);
    }

    /** The parameters {@code hashtag}, each one or several separated by commas, in their canonical forms. */
    public List<String> hashtags() {
        List<String> hashtags = values("hashtag").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .limit(Limits.MAX_HASHTAGS + 1L)
                .flatMap(value -> read("hashtag", value, Texts.HASHTAG_ALLOWED, Texts::readHashtag))
                .distinct()
                .toList();
        if (hashtags.size() > Limits.MAX_HASHTAGS) {
            refuse("hashtag", hashtags.size() + " or more", "up to " + Limits.MAX_HASHTAGS + " hashtags");
            return List.of();
        }
        return hashtags;
    }

    /** The posts that {@code hashtag}, {@code from}, {@code to} and {@code last} select. */
    public Selection selection() {
        return selection(hashtags());
    }

    public Selection selection(List<String> hashtags) {
        Period period = period();
        return new Selection(hashtags, period.from(), period.to());
    }

    /** Reads {@code from}, {@code to} and {@code last}; the last day if none is given. */
    public Period period() {
        ZoneId zone = zone();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant to = moment("to", zone).orElse(now);
        Optional<Instant> from = moment("from", zone);
        Optional<Duration> last = one("last", Moments.LAST_ALLOWED, Moments::readLast);
        if (from.isPresent() && last.isPresent()) {
            refuse("last", values("last").get(0), "it takes the place of from: give one of them");
        }
        Instant start = from.orElseGet(() -> to.minus(last.orElse(USUAL_PERIOD)));
        if (start.isBefore(to)) {
            return new Period(start, to);
        }
        refuse("from", start.toString(), "a moment before " + to + ", where the period ends");
        return new Period(now.minus(USUAL_PERIOD), now);
    }

    public void refuse(String name, String value, String allowed) {
        problems.add(new InvalidParameter(name, value, allowed));
    }

    public Map<String, List<String>> given() {
        return given;
    }

    /** @throws ProblemException if anything is wrong */
    public void done() {
        given.keySet().stream()
                .filter(name -> !read.contains(name))
                .sorted()
                .forEach(name -> refuse(
                        name,
                        String.join(", ", given.get(name)),
                        "no such parameter; there are " + read.stream().sorted().collect(Collectors.joining(", "))));
        if (!problems.isEmpty()) {
            throw Problem.of(List.copyOf(problems)).thrown();
        }
    }

    private Optional<Instant> moment(String name, ZoneId zone) {
        return one(name, Moments.ALLOWED, value -> Moments.read(value, zone));
    }

    private List<String> values(String name) {
        read.add(name);
        return given.getOrDefault(name, List.of());
    }

    private <T> Stream<T> read(String name, String value, String allowed, Function<String, T> reader) {
        try {
            return Stream.of(reader.apply(value));
        } catch (RuntimeException e) {
            refuse(name, value, allowed);
            return Stream.empty();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
