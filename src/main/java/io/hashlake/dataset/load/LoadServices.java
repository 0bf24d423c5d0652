package io.hashlake.dataset.load;

import io.hashlake.core.DeadLetters;
import io.hashlake.lake.marts.Marts;
import io.hashlake.observability.Meters;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Services that loads use.
 *
 * @param dataSource of the warehouse
 * @param reports in the lake
 */
public record LoadServices(DataSource dataSource, DeadLetters deadLetters, Marts reports, Meters meters, Clock clock) {}
