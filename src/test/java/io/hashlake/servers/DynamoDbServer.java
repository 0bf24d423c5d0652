package io.hashlake.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB (dynalite): see {@link AwsServer}. */
public final class DynamoDbServer implements AutoCloseable {

    public static final String ACCESS_KEY = AwsServer.ACCESS_KEY;
    public static final String SECRET_KEY = AwsServer.SECRET_KEY;

    private static final String PACKAGE = "dynalite";

    private final AwsServer server;

    private DynamoDbServer(AwsServer server) {
        this.server = server;
    }

    /** Returns the version of dynalite. */
    public static String version() throws IOException {
        return AwsServer.version(PACKAGE);
    }

    /** Starts it; its data and its log go into {@code directory}. */
    public static DynamoDbServer start(Path directory) throws IOException {
        return new DynamoDbServer(AwsServer.start(PACKAGE, directory, "--createTableMs", "50", "--deleteTableMs", "0"));
    }

    public URI endpoint() {
        return server.endpoint();
    }

    /** Returns every item of a table. */
    public List<Map<String, AttributeValue>> items(String table) {
        try (DynamoDbClient client = server.client(DynamoDbClient.builder())) {
            return client.scanPaginator(request -> request.tableName(table)).items().stream()
                    .toList();
        }
    }

    /** Starts it again after {@link #kill}. */
    public void restart() throws IOException {
        server.restart();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        server.kill();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
