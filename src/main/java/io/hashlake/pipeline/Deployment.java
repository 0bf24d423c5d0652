package io.hashlake.pipeline;

import io.hashlake.core.Mistakes;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkFactory.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roles of one process of a deployment, and what follows from them.
 *
 * @param roles at least one: ids of {@link Role}, and names of sinks
 * @param isKafka whether batches go to the sinks over Kafka rather than within the process
 * @param hasBucket whether the lake is kept in a bucket rather than in a directory
 * @param isIceberg whether the lake's files are in an Iceberg table as well
 * @param installed every sink that a process can have
 * @param demo what is followed where the user has not said it
 */
public record Deployment(
        Set<String> roles, boolean isKafka, boolean hasBucket, boolean isIceberg, Sinks installed, Demo demo) {

    /** Endpoint that carries batches between processes, beside the sinks. */
    private static final String KAFKA = "kafka";

    /** Job of the Iceberg table. */
    private static final String ICEBERG = "iceberg-register";

    public Deployment {
        roles = Set.copyOf(roles);
    }

    public Deployment(Set<String> roles, boolean isKafka, boolean hasBucket, Sinks installed) {
        this(roles, isKafka, hasBucket, false, installed, Demo.X);
    }

    /** With the sinks that are installed. */
    public Deployment(Set<String> roles, boolean isKafka, boolean hasBucket) {
        this(roles, isKafka, hasBucket, Sinks.installed());
    }

    /** Returns the same with the Iceberg table or without. */
    public Deployment withIceberg(boolean isIceberg) {
        return new Deployment(roles, isKafka, hasBucket, isIceberg, installed, demo);
    }

    /** Returns the same with another demo. */
    public Deployment following(Demo other) {
        return new Deployment(roles, isKafka, hasBucket, isIceberg, installed, other);
    }

    /** Everything in one process. */
    public static Deployment alone() {
        return new Deployment(Set.of(Role.INGEST.id(), "lake", "warehouse"), false, false);
    }

    /**
     * The deployment that the configuration describes.
     *
     * @param roles in letters of any case
     * @throws IllegalArgumentException if a role is not known, or one does not work with the others; the message says all
     */
    public static Deployment of(List<String> roles, boolean isKafka, boolean hasBucket) {
        return of(roles, isKafka, hasBucket, Sinks.installed());
    }

    static Deployment of(List<String> roles, boolean isKafka, boolean hasBucket, Sinks installed) {
        Set<String> wanted = roles.stream().map(Deployment::id).collect(Collectors.toSet());
        Deployment deployment = new Deployment(wanted, isKafka, hasBucket, installed);
        List<String> problems = new ArrayList<>();
        roles.stream()
                .filter(role -> !deployment.known().contains(id(role)))
                .forEach(role -> problems.add(
                        "hashlake.roles = '" + role + "': must be among " + String.join(", ", deployment.known())));
        if (problems.isEmpty()) {
            deployment.addProblems(problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(Mistakes.SEPARATOR, problems));
        }
        return deployment;
    }

    private void addProblems(List<String> problems) {
        if (roles.isEmpty()) {
            problems.add("hashlake.roles is empty: a process needs at least one role");
        }
        if (does(Role.INGEST) && !isKafka && sinks().isEmpty()) {
            problems.add(
                    "hashlake.roles = ingest without a sink and without hashlake.kafka.brokers: posts would go nowhere;"
                            + " add any of " + String.join(", ", installed.names()) + ", or name Kafka's brokers");
        }
        for (SinkFactory<?> sink : sinks()) {
            if (!does(Role.INGEST) && !(isKafka && isFedByKafka(sink))) {
                problems.add("hashlake.roles has " + sink.name() + " without ingest: " + whatItNeeds(sink));
            }
        }
    }

    private static String whatItNeeds(SinkFactory<?> sink) {
        return isFedByKafka(sink)
                ? "nothing would feed it; add ingest, or name Kafka's brokers in hashlake.kafka.brokers"
                : "payloads do not travel over Kafka; give it to the process that has ingest";
    }

    /** Every role, the sinks between what feeds them and what asks them. */
    private List<String> known() {
        return Stream.of(List.of(Role.INGEST.id()), installed.names(), List.of(Role.API.id(), Role.JOBS.id()))
                .flatMap(List::stream)
                .toList();
    }

    private static String id(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }

    public boolean does(Role role) {
        return roles.contains(role.id());
    }

    /** The sinks at work in this process. */
    public List<SinkFactory<?>> sinks() {
        return installed.all().stream()
                .filter(sink -> roles.contains(sink.name()))
                .toList();
    }

    /** Those of them to which a consumer of Kafka hands batches. */
    public List<SinkFactory<?>> consumers() {
        return sinks().stream().filter(sink -> isKafka && isFedByKafka(sink)).toList();
    }

    /** Returns whether this process writes files. */
    public boolean hasLake() {
        return does(Role.JOBS) || hasSinkThatNeeds(Need.FILES);
    }

    /** Returns whether anything in this process reads or writes the database. */
    public boolean needsDatabase() {
        return Stream.of(Role.values()).anyMatch(this::does) || hasSinkThatNeeds(Need.DATABASE);
    }

    /** Returns whether a sink of this process keeps payloads. */
    public boolean keepsPayloads() {
        return hasSinkThatNeeds(Need.PAYLOADS);
    }

    private boolean hasSinkThatNeeds(Need need) {
        return sinks().stream().anyMatch(sink -> sink.needs().contains(need));
    }

    /** Returns whether this process publishes to Kafka or reads from it. */
    public boolean needsKafka() {
        return isKafka && (does(Role.INGEST) || !consumers().isEmpty());
    }

    /** Returns the endpoints to which the bus hands batches, for a recipient list. */
    public String recipients() {
        Stream<String> direct =
                sinks().stream().filter(sink -> !consumers().contains(sink)).map(SinkFactory::name);
        return Stream.concat(isKafka ? Stream.of(KAFKA) : Stream.empty(), direct)
                .map(name -> "direct:" + name)
                .collect(Collectors.joining(","));
    }

    /**
     * Whether a route file is for this process: {@code sinks/NAME.yaml} where that is one of its sinks, {@code
     * bus/kafka/NAME.yaml} where Kafka feeds that sink here, {@code stores/}
     * where it keeps payloads, {@code jobs/} where it has jobs (that of the Iceberg table where there is one), everything else where
     * it follows sources.
     */
    boolean loads(String file) {
        int slash = file.lastIndexOf('/');
        String stem = file.substring(slash + 1).replaceFirst("\\.yaml$", "");
        return switch (file.substring(0, slash + 1)) {
            case "sinks/" -> loadsSink(stem);
            case "bus/kafka/" -> loadsConsumer(id(stem));
            case "bus/" -> does(Role.INGEST) && (isKafka || !stem.equals(KAFKA));
            case "stores/" -> keepsPayloads() && stem.endsWith("-s3") == hasBucket;
            case "jobs/" -> does(Role.JOBS) && (isIceberg || !stem.equals(ICEBERG));
            default -> does(Role.INGEST) || file.equals("pipeline/keep-trying.yaml");
        };
    }

    /** The template is for every sink. */
    private boolean loadsSink(String stem) {
        if (RouteFiles.SINK_TEMPLATE.equals("sinks/" + stem + ".yaml")) {
            return !sinks().isEmpty();
        }
        return known().contains(id(stem)) ? roles.contains(id(stem)) : does(Role.INGEST);
    }

    private boolean loadsConsumer(String name) {
        return known().contains(name)
                ? consumers().stream().anyMatch(sink -> sink.name().equals(name))
                : !consumers().isEmpty();
    }

    /** Payloads stay in the process that received them, so what keeps them does too. */
    private static boolean isFedByKafka(SinkFactory<?> sink) {
        return !sink.needs().contains(Need.PAYLOADS);
    }
}
