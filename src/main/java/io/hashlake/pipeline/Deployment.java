package io.hashlake.pipeline;

import io.hashlake.core.Mistakes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one process of a deployment does.
 *
 * @param roles at least one
 * @param isKafka whether batches go to the sinks over Kafka rather than within the process
 * @param hasBucket whether the lake is kept in a bucket rather than in a directory
 */
public record Deployment(Set<Role> roles, boolean isKafka, boolean hasBucket) {

    /** What carries batches between processes, as an endpoint of its own beside the sinks. */
    private static final String KAFKA = "kafka";

    public Deployment {
        roles = Set.copyOf(roles);
    }

    /** Everything in one process. */
    public static Deployment alone() {
        return new Deployment(EnumSet.of(Role.INGEST, Role.LAKE, Role.WAREHOUSE), false, false);
    }

    /**
     * The deployment that the configuration describes.
     *
     * @throws IllegalArgumentException if a role is not known, or one does not work with the others; the message says all
     */
    public static Deployment of(List<String> roles, boolean isKafka, boolean hasBucket) {
        List<String> problems = new ArrayList<>();
        roles.stream()
                .filter(role -> Role.of(role).isEmpty())
                .forEach(role -> problems.add("hashlake.roles = " + role + ": allowed are "
                        + Stream.of(Role.values()).map(Role::id).collect(Collectors.joining(", "))));
        Deployment deployment = new Deployment(
                roles.stream().flatMap(role -> Role.of(role).stream()).collect(Collectors.toSet()), isKafka, hasBucket);
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
                            + " add lake, warehouse or raw, or name Kafka's brokers");
        }
        for (Role sink : sinks()) {
            if (!does(Role.INGEST) && !(isKafka && isFedByKafka(sink))) {
                problems.add("hashlake.roles has " + sink.id() + " without ingest: " + whatItNeeds(sink));
            }
        }
    }

    private static String whatItNeeds(Role sink) {
        return isFedByKafka(sink)
                ? "nothing would feed it; add ingest, or name Kafka's brokers in hashlake.kafka.brokers"
                : "payloads do not travel over Kafka; give it to the process that has ingest";
    }

    public boolean does(Role role) {
        return roles.contains(role);
    }

    /** The sinks at work in this process. */
    public List<Role> sinks() {
        return Role.SINKS.stream().filter(this::does).toList();
    }

    /** Those of them to which a consumer of Kafka hands batches. */
    public List<Role> consumers() {
        return sinks().stream().filter(sink -> isKafka && isFedByKafka(sink)).toList();
    }

    /** Whether this process writes files. */
    public boolean hasLake() {
        return does(Role.LAKE) || does(Role.RAW) || does(Role.JOBS);
    }

    /** Whether anything in this process reads or writes the database. */
    public boolean needsDatabase() {
        return !Set.of(Role.LAKE).containsAll(roles);
    }

    /** Whether this process publishes to Kafka or reads from it. */
    public boolean needsKafka() {
        return isKafka && (does(Role.INGEST) || !consumers().isEmpty());
    }

    /** Where the bus hands batches, for a recipient list. */
    public String recipients() {
        Stream<String> direct =
                sinks().stream().filter(sink -> !consumers().contains(sink)).map(Role::id);
        return Stream.concat(isKafka ? Stream.of(KAFKA) : Stream.empty(), direct)
                .map(name -> "direct:" + name)
                .collect(Collectors.joining(","));
    }

    /**
     * Whether a route file is for this process: {@code sinks/NAME.yaml} where that is one of its sinks, {@code
     * bus/kafka/NAME.yaml} where Kafka feeds that sink here, {@code stores/}
     * where it keeps payloads, {@code jobs/} where it has jobs, everything else where it follows
     * sources.
     */
    boolean loads(String file) {
        int slash = file.lastIndexOf('/');
        String stem = file.substring(slash + 1).replaceFirst("\\.yaml$", "");
        return switch (file.substring(0, slash + 1)) {
            case "sinks/" -> Role.of(stem).map(this::does).orElse(does(Role.INGEST));
            case "bus/kafka/" ->
                isKafka
                        && Role.of(stem)
                                .map(consumers()::contains)
                                .orElse(!consumers().isEmpty());
            case "bus/" -> does(Role.INGEST) && (isKafka || !stem.equals(KAFKA));
            case "stores/" -> does(Role.RAW) && stem.endsWith("-s3") == hasBucket;
            case "jobs/" -> does(Role.JOBS);
            default -> does(Role.INGEST) || file.equals("pipeline/keep-trying.yaml");
        };
    }

    /** Payloads stay in the process that received them, so what keeps them does too. */
    private static boolean isFedByKafka(Role sink) {
        return sink != Role.RAW;
    }
}
