package io.hashlake.kinesis;

import io.hashlake.aws.AwsAccess;
import io.hashlake.aws.AwsFailure;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** A stream of Kinesis and the access to it. */
public record KinesisStream(KinesisConfig config, String name) {

    private static final int CONNECTIONS = 4;

    private static final AwsFailure MEANINGS = new AwsFailure(Map.of(
            "ResourceNotFoundException",
            "there is no such stream in this region: create it, or configure another stream or region",
            "ProvisionedThroughputExceededException",
            "the stream is throttled: give it more shards",
            "AccessDeniedException",
            "no permission: allow the role what docs/kinesis.md lists"));

    public KinesisStream {
        if (!name.matches(KinesisConfig.NAME)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a stream: use 1 to 128 letters, digits, '.', '_' and '-'");
        }
    }

    /** Returns the stream to which the sink publishes; empty where none is configured. */
    public static Optional<KinesisStream> of(KinesisConfig config) {
        return config.stream().map(name -> new KinesisStream(config, name));
    }

    /**
     * Checks what no property shows by itself.
     *
     * @throws IllegalArgumentException if only one of the keys is given, or no region is known
     */
    public KinesisStream requireWhole() {
        access().requireWhole().requireRegion("Kinesis");
        return this;
    }

    /** Returns a client that threads may share. It connects when it is first used. */
    KinesisClient client() {
        return access().configure(KinesisClient.builder(), "Kinesis", CONNECTIONS)
                .overrideConfiguration(access().overrides().build())
                .build();
    }

    /** Returns what a failed request means. */
    IOException failure(SdkException e) {
        return new IOException(this + ": " + MEANINGS.describe(e), e);
    }

    private AwsAccess access() {
        return new AwsAccess(
                config.endpoint(),
                config.region(),
                config.accessKey(),
                config.secretKey(),
                config.connectTimeout(),
                config.requestTimeout());
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        String region = access().requireRegion("Kinesis").id();
        return "Kinesis stream " + name + " in " + region
                + config.endpoint().map(at -> " at " + at).orElse("");
    }
}
