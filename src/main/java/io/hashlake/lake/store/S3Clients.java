package io.hashlake.lake.store;

import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of buckets. */
public final class S3Clients {

    private S3Clients() {}

    /**
     * A client that threads may share, to be closed when it is no longer needed. It connects when it is first used.
     *
     * @throws IllegalArgumentException if {@link #requireRegion} does
     */
    public static S3Client create(Bucket bucket) {
        S3ClientBuilder builder = bucket.access()
                .configure(
                        S3Client.builder(), bucket.location(), bucket.config().parallelism() * 2)
                .forcePathStyle(bucket.isPathStyle())
                .overrideConfiguration(overrides(bucket));
        if (bucket.isCheckedByMd5()) {
            builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        return builder.build();
    }

    /** @throws IllegalArgumentException if no region is known, neither from the settings nor from AWS's standard chain */
    public static Region requireRegion(Bucket bucket) {
        return bucket.access().requireRegion(bucket.location());
    }

    private static ClientOverrideConfiguration overrides(Bucket bucket) {
        ClientOverrideConfiguration.Builder overrides = bucket.access().overrides();
        bucket.encryption().ifPresent(overrides::addExecutionInterceptor);
        return overrides.build();
    }
}
