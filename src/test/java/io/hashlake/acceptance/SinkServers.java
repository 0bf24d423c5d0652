package io.hashlake.acceptance;

import io.hashlake.servers.DynamoDbServer;
import io.hashlake.servers.SearchServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An OpenSearch and a DynamoDB, each of which can be killed and started again with its data. */
record SinkServers(SearchServer search, DynamoDbServer dynamoDb) implements AutoCloseable {

    static final String ALIAS = "hashlake-posts";
    static final String TABLE = "posts";

    static SinkServers start(Path directory) throws IOException, InterruptedException {
        DynamoDbServer dynamoDb = DynamoDbServer.start(directory.resolve("dynalite"));
        try {
            return new SinkServers(SearchServer.start(directory.resolve("opensearch")), dynamoDb);
        } catch (IOException | RuntimeException e) {
            dynamoDb.close();
            throw e;
        }
    }

    Map<String, String> indexProperties() {
        return Map.of("hashlake.index.url", search.url().toString());
    }

    Map<String, String> dynamoDbProperties() {
        return Map.of(
                "hashlake.dynamodb.table",
                TABLE,
                "hashlake.dynamodb.create-table",
                "true",
                "hashlake.dynamodb.endpoint",
                dynamoDb.endpoint().toString(),
                "hashlake.dynamodb.access-key",
                DynamoDbServer.ACCESS_KEY,
                "hashlake.dynamodb.secret-key",
                DynamoDbServer.SECRET_KEY);
    }

    /** Returns the ids of the posts in the index, sorted as text. */
    List<String> indexed() throws IOException, InterruptedException {
        return search.ids(ALIAS);
    }

    /** Returns the ids of the posts in DynamoDB, sorted as text. */
    List<String> items() {
        return dynamoDb.items(TABLE).stream()
                .map(item -> item.get("post_id").s())
                .sorted()
                .toList();
    }

    void kill() throws InterruptedException {
        search.kill();
        dynamoDb.kill();
    }

    void restart() throws IOException {
        search.restart();
        dynamoDb.restart();
    }

    @Override
    public void close() throws InterruptedException {
        search.close();
        dynamoDb.close();
    }
}
