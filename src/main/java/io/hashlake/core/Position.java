package io.hashlake.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in what an origin delivers, with the kind of origin that can go on there: {@code search:1595477170540503041}. Older
 * positions carry no kind; {@link #parse} tells it by what each kind wrote.
 *
 * @param numbers what they mean is known to those of the kind
 */
public record Position(Kind kind, List<Long> numbers) {

    /** Of an origin. */
    public enum Kind {
        /** {@code SINCE} or {@code SINCE:NEWEST:UNTIL}, ids of posts. */
        SEARCH,
        /** Milliseconds since 1970. */
        STREAM,
        /** {@code GAP:UNTIL:LISTED:FOUND}. */
        GAP,
        /** {@code LINES:BYTES}. */
        FILE,
        /** An offset. */
        BUS,
        /** Microseconds since 1970. */
        JETSTREAM;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + SEPARATOR;
        }

        private boolean allows(int numbers) {
            return switch (this) {
                case SEARCH -> numbers == 1 || numbers == 3;
                case STREAM, BUS, JETSTREAM -> numbers == 1;
                case GAP -> numbers == 4;
                case FILE -> numbers == 2;
            };
        }
    }

    private static final String SEPARATOR = ":";
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,19}(:[0-9]{1,19}){0,3}");

    /** 2017 in milliseconds, before any stream was followed; as an id, of the first minutes in which ids told a time. */
    private static final long FIRST_TIME = 1_500_000_000_000L;

    /** Millennia ahead in milliseconds; as an id, of the first hours. */
    private static final long LAST_TIME = 100_000_000_000_000L;

    public Position {
        numbers = List.copyOf(numbers);
        if (!kind.allows(numbers.size()) || numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(numbers + " is no position of the kind " + kind);
        }
    }

    public static Position of(Kind kind, long... numbers) {
        return new Position(kind, Arrays.stream(numbers).boxed().toList());
    }

    /** Reads what {@link #toString} wrote, and what was written before positions had kinds, other than a bus's offsets. */
    public static Position parse(String text) {
        try {
            for (Kind kind : Kind.values()) {
                if (text.startsWith(kind.prefix())) {
                    return new Position(
                            kind, numbers(text.substring(kind.prefix().length())));
                }
            }
            return untyped(numbers(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no position", e);
        }
    }

    private static List<Long> numbers(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            throw new IllegalArgumentException("expected numbers with colons between them");
        }
        return Arrays.stream(text.split(SEPARATOR)).map(Long::valueOf).toList();
    }

    private static Position untyped(List<Long> numbers) {
        Kind kind =
                switch (numbers.size()) {
                    case 1 -> isTime(numbers.get(0)) ? Kind.STREAM : Kind.SEARCH;
                    case 2 -> Kind.FILE;
                    case 3 -> Kind.SEARCH;
                    default -> Kind.GAP;
                };
        return new Position(kind, numbers);
    }

    private static boolean isTime(long number) {
        return number >= FIRST_TIME && number < LAST_TIME;
    }

    /** Returns whether two positions of one origin are the same, even if one was written without its kind. */
    public static boolean areSame(String one, String other) {
        return one.equals(other) || isTyped(one, other) || isTyped(other, one);
    }

    private static boolean isTyped(String typed, String untyped) {
        return typed.endsWith(SEPARATOR + untyped)
                && Arrays.stream(Kind.values())
                        .anyMatch(kind -> typed.length() == kind.prefix().length() + untyped.length()
                                && typed.startsWith(kind.prefix()));
    }

    /**
     * The numbers, if it is of this kind.
     *
     * @throws IllegalArgumentException if it is of another
     */
    public List<Long> numbersOf(Kind expected) {
        if (kind != expected) {
            throw new IllegalArgumentException("'" + this + "' is no position of the kind " + expected);
        }
        return numbers;
    }

    @Override
    public String toString() {
        return kind.prefix() + numbers.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }
}
