package io.hashlake.core;

import java.time.Clock;
import javax.sql.DataSource;

/** Services that a process offers to the sinks created in it. */
public interface SinkServices {

    /** Returns the cursors of the origins that feed the sink: sources, or Kafka's partitions. */
    Cursors cursors();

    /** Returns the leases of the sources of this process. */
    SourceLeases leases();

    DeadLetters deadLetters();

    /** Returns the warehouse's database; only for a sink that needs it. */
    DataSource database();

    Clock clock();

    /** Returns the one object of this type that the process has, for what only some sinks need, such as the lake's store. */
    <T> T get(Class<T> type);
}
