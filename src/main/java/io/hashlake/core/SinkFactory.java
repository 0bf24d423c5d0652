package io.hashlake.core;

import io.hashlake.core.erasure.Erasure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A kind of sink, as the application has to know it to run it. The rest follows from the name: the role in {@code
 * hashlake.roles}, the route {@code direct:NAME}, the group {@code hashlake-NAME} of Kafka's consumers, the stage of dead
 * letters, and the label in metrics, health and logs.
 *
 * <p>A factory has a public constructor without parameters and is listed in {@code
 * META-INF/services/io.hashlake.core.SinkFactory}: roles and properties are checked before CDI is there.
 *
 * @param <C> the interface of its properties, which begin with {@code hashlake.NAME.}
 */
public interface SinkFactory<C> {

    /** Resource that a process must have to run the sink. */
    enum Need {
        /** The warehouse's database. */
        DATABASE,
        /** The lake's store. */
        FILES,
        /** Payloads as they were received. They do not travel over Kafka, so the sink works where sources are followed. */
        PAYLOADS
    }

    /** Returns its name: small letters, digits and hyphens. */
    String name();

    Set<Need> needs();

    /** Returns the interface of its properties, a {@code @ConfigMapping} with constraints. */
    Class<C> config();

    /**
     * Checks what a process with its role needs beyond the constraints of its properties.
     *
     * @throws IllegalArgumentException whose message begins with the property's name, without {@code hashlake.NAME.}
     */
    default void checkActive(C config) {
        // most sinks work with their defaults
    }

    /**
     * Returns the disk space for batches that wait for it where Kafka does not feed it, in bytes. With it, an outage of this sink
     * stops neither sources nor other sinks; without it, sources wait.
     */
    default OptionalLong spoolBytes(C config) {
        return OptionalLong.empty();
    }

    /** Returns how much it may be given before it commits. */
    Intake intake(C config);

    /**
     * Returns what erases posts from the store of this sink, in any process that has jobs; empty where the store is not configured.
     * A sink that keeps posts has one.
     */
    default Optional<Erasure> erasure(C config, SinkServices services) {
        return Optional.empty();
    }

    /** Makes the sink, in a process that has its role; the sink is opened later, by the thread that drives it. */
    Sink sink(C config, SinkServices services);
}
