package io.hashlake.dataset.load;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** CSV files that become tables and reports. */
@ConfigMapping(prefix = "hashlake.datasets")
public interface DatasetsConfig {

    /** Directory of the declarations, one file NAME.yaml per dataset; without any there are no datasets. */
    @WithDefault("datasets")
    Path declarations();

    /** Directory that is watched for files of datasets; those that were loaded move to done, refused ones to failed in it. */
    @WithDefault("${hashlake.data-directory}/datasets")
    Path directory();

    /** Time between two looks into the directory of files of datasets. */
    @WithDefault("10s")
    @DurationRange(min = "100ms")
    Duration every();

    /** Time for which a file of a dataset must not have changed before it is loaded. */
    @WithDefault("5s")
    @DurationRange
    Duration settleTime();
}
