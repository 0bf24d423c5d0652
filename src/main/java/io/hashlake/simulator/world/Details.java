package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import java.util.List;

/**
 * Properties of a post other than its text.
 *
 * @param place null if the author shares none
 * @param withheldIn countries; empty if it may be shown everywhere
 * @param topics what X takes it to be about
 */
public record Details(
        String source,
        SimulatedPlace place,
        boolean isSensitive,
        List<String> withheldIn,
        boolean isCopyrighted,
        List<Topic> topics) {

    /** An entity of X's taxonomy. */
    public record Topic(String domainId, String domain, String entityId, String entity) {}

    private static final List<String> SOURCES =
            List.of("Twitter for Android", "Twitter for iPhone", "Twitter Web App", "TweetDeck", "Ciência & Bots");
    private static final List<Topic> TOPICS = List.of(
            new Topic("123", "Ongoing News Story", "1220701888179359745", "COVID-19"),
            new Topic("131", "Unified Twitter Taxonomy", "848920371311001600", "Technology"),
            new Topic("131", "Unified Twitter Taxonomy", "1070032753834438656", "Climate"),
            new Topic("30", "Entities [Entity Service]", "781974596794716162", "Financial services"),
            new Topic("6", "Sports Event", "1590000000000000001", "Football"));
    private static final List<List<String>> COUNTRIES = List.of(List.of("DE"), List.of("BR", "TR"), List.of("XX"));

    public static Details of(World world, Post post) {
        SeededRandom draws =
                SeededRandom.of(world.settings().seed(), post.plan().original(), Purpose.DETAILS);
        return new Details(
                draws.pick(SOURCES),
                draws.chance(0.05) ? draws.pick(world.places()) : null,
                draws.chance(0.02),
                draws.chance(0.01) ? draws.pick(COUNTRIES) : List.of(),
                draws.chance(0.3),
                draws.chance(0.2) ? List.of(draws.pick(TOPICS)) : List.of());
    }
}
