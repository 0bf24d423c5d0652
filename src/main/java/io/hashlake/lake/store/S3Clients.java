package io.hashlake.lake.store;

import java.time.Duration;
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
    public static S3Client create(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region(settings))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(settings.parallelism() * 2)
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.requestTimeout()))
                .overrideConfiguration(overrides(settings));
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (settings.checksums() == S3Settings.Checksums.MD5) {
            builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        return builder.build();
    }

    /** @throws IllegalArgumentException if no region is known, neither from the settings nor from AWS's standard chain */
    public static void requireRegion(S3Settings settings) {
        region(settings);
    }

    private static ClientOverrideConfiguration overrides(S3Settings settings) {
        Duration attempt = settings.requestTimeout();
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(attempt.multipliedBy(3).plusSeconds(5));
        settings.encryption().map(S3Encryption::new).ifPresent(overrides::addExecutionInterceptor);
        return overrides.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.credentials()
                .<AwsCredentialsProvider>map(given -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(given.accessKey(), given.secretKey())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static Region region(S3Settings settings) {
        if (settings.region().isPresent()) {
            return Region.of(settings.region().get());
        }
        if (settings.endpoint().isPresent()) {
            return ANY_REGION;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "no region is known for " + settings.location() + ": configure one, or set AWS_REGION", e);
        }
    }
}
