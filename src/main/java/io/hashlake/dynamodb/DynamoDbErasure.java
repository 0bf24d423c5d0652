package io.hashlake.dynamodb;

import io.hashlake.core.Backoff;
import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.thread.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Removes items of posts. No key leads from a post to its item without the post's user, so the whole table is scanned; that is
 * paid for by its size. Items hold no place, and retweets that go with a post are among the tombstones.
 */
public final class DynamoDbErasure implements Erasure {

    private static final int MAX_WRITES = 25;

    private final DynamoDbTable table;

    public DynamoDbErasure(DynamoDbTable table) {
        this.table = table;
    }

    @Override
    public String store() {
        return DynamoDbSink.NAME;
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        if (tombstones.posts().isEmpty() && tombstones.users().isEmpty()) {
            return 0;
        }
        return delete(item -> tombstones.posts().contains(id(item, Attributes.POST_ID))
                || tombstones.users().contains(id(item, Attributes.USER_ID)));
    }

    private static long id(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.get(name).s());
    }

    @Override
    public String contents() throws IOException {
        try (DynamoDbClient client = table.client()) {
            ScanRequest request = ScanRequest.builder()
                    .tableName(table.name())
                    .select(Select.COUNT)
                    .build();
            long items = client.scanPaginator(request).stream()
                    .mapToLong(page -> page.count())
                    .sum();
            return new Quantity(items, "item").orEmpty();
        } catch (SdkException e) {
            throw table.failure(e);
        }
    }

    /** The table itself was made by others. */
    @Override
    public void eraseAll() throws IOException {
        delete(item -> true);
    }

    private long delete(Predicate<Map<String, AttributeValue>> isErased) throws IOException {
        ScanRequest request = ScanRequest.builder()
                .tableName(table.name())
                .projectionExpression("#hash, " + Attributes.POST_ID + ", " + Attributes.USER_ID)
                .expressionAttributeNames(Map.of("#hash", Attributes.HASH))
                .consistentRead(true)
                .build();
        long deleted = 0;
        try (DynamoDbClient client = table.client()) {
            for (var page : client.scanPaginator(request)) {
                List<WriteRequest> deletions = page.items().stream()
                        .filter(isErased)
                        .map(DynamoDbErasure::deletion)
                        .toList();
                for (int first = 0; first < deletions.size(); first += MAX_WRITES) {
                    write(client, deletions.subList(first, Math.min(deletions.size(), first + MAX_WRITES)));
                }
                deleted += deletions.size();
            }
        } catch (SdkException e) {
            throw table.failure(e);
        }
        return deleted;
    }

    private static WriteRequest deletion(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(Map.of(Attributes.HASH, item.get(Attributes.HASH))))
                .build();
    }

    /** Writes again what a busy table leaves out. */
    private void write(DynamoDbClient client, List<WriteRequest> deletions) throws IOException {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
        List<WriteRequest> left = deletions;
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> requests = Map.of(table.name(), left);
            left = client.batchWriteItem(request -> request.requestItems(requests))
                    .unprocessedItems()
                    .getOrDefault(table.name(), List.of());
            if (!left.isEmpty()) {
                Pause.sleep(backoff.next());
            }
        }
    }
}
