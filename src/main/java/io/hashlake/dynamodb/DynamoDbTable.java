package io.hashlake.dynamodb;

import io.hashlake.aws.AwsAccess;
import io.hashlake.aws.AwsFailure;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table that is configured, with what follows from properties that belong together. */
public record DynamoDbTable(DynamoDbConfig config) {

    private static final AwsFailure MEANINGS = new AwsFailure(Map.of(
            "ResourceNotFoundException",
            "there is no such table or index in this region: create it, or configure another table or region",
            "AccessDeniedException",
            "no permission: allow the role what docs/aws.md lists for DynamoDB"));

    /** Returns the table; empty where none is configured. */
    public static Optional<DynamoDbTable> of(DynamoDbConfig config) {
        return config.table().map(name -> new DynamoDbTable(config));
    }

    /**
     * Checks what no property shows by itself.
     *
     * @throws IllegalArgumentException if only one of the keys is given, or no region is known
     */
    public DynamoDbTable requireWhole() {
        access().requireWhole().requireRegion("DynamoDB");
        return this;
    }

    String name() {
        return config.table().orElseThrow();
    }

    /** Returns a client that threads may share. It connects when it is first used. */
    DynamoDbClient client() {
        return access().configure(DynamoDbClient.builder(), "DynamoDB", config.parallelism())
                .overrideConfiguration(access().overrides().build())
                .build();
    }

    /** Returns what a failed request means. */
    IOException failure(SdkException e) {
        return new IOException(this + ": " + reason(e), e);
    }

    /** Returns what a failed request means, without the table. */
    static String reason(SdkException e) {
        return MEANINGS.describe(e);
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
        String region = access().requireRegion("DynamoDB").id();
        return "DynamoDB table " + name() + " in " + region
                + config.endpoint().map(at -> " at " + at).orElse("");
    }
}
