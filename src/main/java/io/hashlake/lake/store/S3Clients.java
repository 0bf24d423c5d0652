package io.hashlake.lake.store;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of buckets. */
public final class S3Clients {

    /** Region that compatible servers without regions expect in signatures. */
    private static final Region ANY_REGION = Region.US_EAST_1;

    private S3Clients() {}

    /**
     * A client that threads may share, to be closed when it is no longer needed. It connects when it is first used.
     *
     * @throws IllegalArgumentException if {@link #requireRegion} does
     */
    public static S3Client create(Bucket bucket) {
        S3Config settings = bucket.config();
        S3ClientBuilder builder = S3Client.builder()
                .region(region(bucket))
                .credentialsProvider(credentials(bucket.config()))
                .forcePathStyle(bucket.isPathStyle())
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(settings.parallelism() * 2)
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.requestTimeout()))
                .overrideConfiguration(overrides(bucket));
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (bucket.isCheckedByMd5()) {
            builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        return builder.build();
    }

    /** @throws IllegalArgumentException if no region is known, neither from the settings nor from AWS's standard chain */
    public static Region requireRegion(Bucket bucket) {
        return region(bucket);
    }

    private static ClientOverrideConfiguration overrides(Bucket bucket) {
        Duration attempt = bucket.config().requestTimeout();
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(attempt.multipliedBy(3).plusSeconds(5));
        bucket.encryption().ifPresent(overrides::addExecutionInterceptor);
        return overrides.build();
    }

    private static AwsCredentialsProvider credentials(S3Config settings) {
        return settings.accessKey()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, settings.secretKey().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static Region region(Bucket bucket) {
        Optional<String> given = bucket.config().region();
        if (given.isPresent()) {
            return Region.of(given.get());
        }
        if (bucket.config().endpoint().isPresent()) {
            return ANY_REGION;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "no region is known for " + bucket.location() + ": configure one, or set AWS_REGION", e);
        }
    }
}
