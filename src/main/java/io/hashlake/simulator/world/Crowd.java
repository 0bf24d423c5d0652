package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The users of the world. */
public final class Crowd {

    static final int SIZE = 5000;

    private static final Instant OLDEST = Instant.parse("2011-01-01T00:00:00Z");
    private static final int DAYS = 5000;

    /** After this long a profile has changed; it is short so that a demo shows it. */
    private static final Duration CHANGE = Duration.ofHours(2);

    private static final List<String> CELEBRATIONS =
            List.of("", "", "", " 🌻", " 🇧🇷", " ✨", " | open to work", " 😷");

    private final long seed;
    private final List<SimulatedAccount> accounts = new ArrayList<>(SIZE);
    private final List<String> descriptions;
    private final List<SimulatedPlace> places;

    Crowd(long seed, List<SimulatedPlace> places) {
        this.seed = seed;
        this.places = places;
        List<String> lines = WordLists.lines("people.txt");
        List<String> firstNames = WordLists.cells(lines.get(0));
        List<String> lastNames = WordLists.cells(lines.get(1));
        this.descriptions = WordLists.cells(lines.get(2));
        for (int rank = 0; rank < SIZE; rank++) {
            accounts.add(account(rank, firstNames, lastNames));
        }
    }

    public SimulatedAccount account(int rank) {
        return accounts.get(rank);
    }

    /** The account of this user name, which ends with its rank. */
    public SimulatedAccount account(String username) {
        return account(Integer.parseInt(username.substring(username.lastIndexOf('_') + 1)));
    }

    public Instant createdAt(SimulatedAccount account) {
        return Snowflake.time(account.id());
    }

    public SimulatedProfile profile(SimulatedAccount account, Instant at) {
        SeededRandom lasting = SeededRandom.of(seed, account.rank(), Purpose.PROFILE);
        long hour = at.toEpochMilli() / Duration.ofHours(1).toMillis();
        long change = (hour + lasting.below(100)) / CHANGE.toHours();
        SeededRandom passing = SeededRandom.of(seed, account.rank() * 1_000_003L + change, Purpose.PROFILE);
        long followers = (long) (1_000_000 / Math.pow(account.rank() + 2.0, 0.9)) + lasting.below(500);
        // A world of long ago has accounts that are opened later: they write all the same.
        long minutes = Math.max(0, Duration.between(createdAt(account), at).toMinutes());
        return new SimulatedProfile(
                account.firstName() + " " + account.lastName() + passing.pick(CELEBRATIONS),
                passing.pick(descriptions),
                lasting.pick(places).fullName(),
                followers + minutes / (10 + lasting.below(600)),
                50 + lasting.below(2000) + change % 30,
                minutes / (5 + account.rank() / 4));
    }

    private SimulatedAccount account(int rank, List<String> firstNames, List<String> lastNames) {
        SeededRandom draws = SeededRandom.of(seed, rank, Purpose.ACCOUNT);
        Instant created = OLDEST.plus(Duration.ofDays(draws.below(DAYS))).plusMillis(draws.below(86_400_000));
        String firstName = draws.pick(firstNames);
        String lastName = draws.pick(lastNames);
        return new SimulatedAccount(
                rank, Snowflake.firstAt(created) + rank, username(firstName, rank), firstName, lastName);
    }

    private static String username(String firstName, int rank) {
        String ascii = Folding.SEARCH.fold(firstName).replaceAll("[^a-z]", "");
        return (ascii.length() > 9 ? ascii.substring(0, 9) : ascii) + "_" + rank;
    }
}
