package io.hashlake.warehouse.sink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The warehouse's sink. */
@ConfigMapping(prefix = "hashlake.warehouse")
public interface WarehouseSinkConfig {

    /** Number of posts that may wait for a commit of the warehouse; then sources pause. */
    @WithDefault("20000")
    int maxUncommitted();
}
