package io.hashlake.warehouse.sink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The warehouse's sink. */
@ConfigMapping(prefix = "hashlake.warehouse")
public interface WarehouseSinkConfig {

    /** How many posts may wait for a commit; then sources wait. */
    @WithDefault("20000")
    int maxUncommitted();
}
