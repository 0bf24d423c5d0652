package io.hashlake.simulator.settings;

import io.hashlake.simulator.world.Require;
import java.time.Duration;

/**
 * Behaviour of a simulator's streams.
 *
 * @param heartbeat how long a stream is silent at most before a heartbeat is sent; 10 milliseconds or more, X has 20
 *     seconds
 * @param connections how many connections each stream allows at once, 1 or more; X allows one
 * @param ruleDelay how long it takes until a change of rules reaches a stream that is open; X needs about 20 seconds. A
 *     stream that is opened after the change has it at once
 * @param buffer how far a client may fall behind before it is disconnected as a slow reader; a second or more
 * @param ghost how long a connection that {@link FaultKind#GHOST} struck counts on after its client went away
 * @param backfill whether {@code backfill_minutes} may be asked for; else it is answered by 400, as for most tokens
 * @param sample share of all posts on the sample stream, above 0 and up to 1; X gives a hundredth
 * @param late share of posts that are delivered late, and so out of order; 0 to 0.5
 * @param latest how late these are at most
 * @param faults faults by chance; the probability is that of each post on a stream. Only kinds that strike streams
 */
public record SimulatedStreamSettings(
        Duration heartbeat,
        int connections,
        Duration ruleDelay,
        Duration buffer,
        Duration ghost,
        boolean backfill,
        double sample,
        double late,
        Duration latest,
        RandomFaults faults) {

    public SimulatedStreamSettings {
        Require.that(heartbeat.toMillis() >= 10, "heartbeat", heartbeat);
        Require.that(connections >= 1, "connections", connections);
        Require.that(!ruleDelay.isNegative(), "delay of rules", ruleDelay);
        Require.that(buffer.toMillis() >= 1000, "buffer", buffer);
        Require.that(!ghost.isNegative(), "length of ghosts", ghost);
        Require.that(sample > 0 && sample <= 1, "share of the sample", sample);
        Require.that(late >= 0 && late <= 0.5, "share of late posts", late);
        Require.that(!latest.isNegative(), "lateness", latest);
        Require.that(faults.kinds().stream().allMatch(FaultKind::strikesStreams), "kinds of faults", faults.kinds());
    }

    /** As it is configured, and else like X. */
    static SimulatedStreamSettings of(SimulatorConfig config) {
        return new SimulatedStreamSettings(
                config.heartbeat(),
                1,
                config.ruleDelay(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                config.backfill(),
                0.01,
                config.late(),
                Duration.ofSeconds(5),
                new RandomFaults(config.streamFaults(), FaultKind.ofStreams()));
    }

    public SimulatedStreamSettings withHeartbeat(Duration changed) {
        return new SimulatedStreamSettings(
                changed, connections, ruleDelay, buffer, ghost, backfill, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withConnections(int most) {
        return new SimulatedStreamSettings(
                heartbeat, most, ruleDelay, buffer, ghost, backfill, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withRuleDelay(Duration changed) {
        return new SimulatedStreamSettings(
                heartbeat, connections, changed, buffer, ghost, backfill, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withBuffer(Duration changed) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, changed, ghost, backfill, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withGhost(Duration changed) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, buffer, changed, backfill, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withBackfill(boolean allowed) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, buffer, ghost, allowed, sample, late, latest, faults);
    }

    public SimulatedStreamSettings withSample(double share) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, buffer, ghost, backfill, share, late, latest, faults);
    }

    public SimulatedStreamSettings withLate(double share, Duration most) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, buffer, ghost, backfill, sample, share, most, faults);
    }

    public SimulatedStreamSettings withFaults(RandomFaults changed) {
        return new SimulatedStreamSettings(
                heartbeat, connections, ruleDelay, buffer, ghost, backfill, sample, late, latest, changed);
    }
}
