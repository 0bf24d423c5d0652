package io.hashlake.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Address of a service of AWS or of a compatible server, and the credentials for it.
 *
 * @param endpoint of a compatible server; empty for AWS
 * @param region empty for what AWS's standard chain says
 * @param accessKey empty for AWS's standard chain
 * @param requestTimeout of one attempt of a request; each request has three
 */
public record AwsAccess(
        Optional<URI> endpoint,
        Optional<String> region,
        Optional<String> accessKey,
        Optional<String> secretKey,
        Duration connectTimeout,
        Duration requestTimeout) {

    /** Region that compatible servers without regions expect in signatures. */
    private static final Region ANY_REGION = Region.US_EAST_1;

    /** @throws IllegalArgumentException if only one of the two keys is given */
    public AwsAccess requireWhole() {
        if (accessKey.isPresent() != secretKey.isPresent()) {
            throw new IllegalArgumentException(
                    "only one of access-key and secret-key is given; allowed are both, or none for AWS's standard chain");
        }
        return this;
    }

    /**
     * Returns the region.
     *
     * @param what it is needed for, for a person to read
     * @throws IllegalArgumentException if none is known, neither from the settings nor from AWS's standard chain
     */
    public Region requireRegion(String what) {
        if (region.isPresent()) {
            return Region.of(region.get());
        }
        if (endpoint.isPresent()) {
            return ANY_REGION;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "no region is known for " + what + ": configure one, or set AWS_REGION", e);
        }
    }

    /**
     * Configures a client, up to its {@link #overrides}.
     *
     * @param what the client asks for, for a person to read
     * @param connections that it may have
     * @throws IllegalArgumentException if {@link #requireRegion} does
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, String what, int connections) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(requireRegion(what))
                .credentialsProvider(credentials())
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(connections)
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(requestTimeout));
    }

    /** Returns retries and deadlines of every client. */
    public ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(requestTimeout)
                .apiCallTimeout(requestTimeout.multipliedBy(3).plusSeconds(5));
    }

    private AwsCredentialsProvider credentials() {
        return accessKey
                .<AwsCredentialsProvider>map(key ->
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secretKey.orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return endpoint.map(URI::toString).or(() -> region).orElse("AWS");
    }
}
