package io.hashlake.dynamodb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads items by their key and by their user. Threads may share it. */
public final class ItemReader {

    private static final int MAX_KEYS = 100;

    /** Responses in a row that bring no item although some are asked for; then DynamoDB counts as overloaded. */
    private static final int MAX_EMPTY = 3;

    private final DynamoDbTable table;
    private final DynamoDbClient client;

    public ItemReader(DynamoDbTable table) {
        this.table = table;
        this.client = table.client();
    }

    /** @throws IOException if DynamoDB cannot be asked just now */
    public Optional<StoredItem> item(String hash) throws IOException {
        Map<String, AttributeValue> item = attempt(
                () -> client.getItem(request -> request.tableName(table.name()).key(key(hash)))
                        .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(StoredItem.of(item));
    }

    /** @throws IOException if DynamoDB cannot be asked just now */
    public List<StoredItem> ofUser(UserItemsQuery query, int limit) throws IOException {
        if (query.isOver()) {
            return List.of();
        }
        List<String> hashes = attempt(() -> client.queryPaginator(request(query, limit)).items().stream()
                .limit(limit)
                .map(item -> item.get(Attributes.HASH).s())
                .toList());
        Map<String, StoredItem> found = new HashMap<>();
        for (int i = 0; i < hashes.size(); i += MAX_KEYS) {
            addAll(hashes.subList(i, Math.min(i + MAX_KEYS, hashes.size())), found);
        }
        return hashes.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Asks again for what a response leaves out, because it became too large or DynamoDB is busy. */
    private void addAll(List<String> hashes, Map<String, StoredItem> found) throws IOException {
        Map<String, KeysAndAttributes> asked = Map.of(table.name(), keys(hashes));
        int empty = 0;
        while (!asked.isEmpty()) {
            BatchGetItemRequest request =
                    BatchGetItemRequest.builder().requestItems(asked).build();
            BatchGetItemResponse response = attempt(() -> client.batchGetItem(request));
            List<Map<String, AttributeValue>> items = response.responses().getOrDefault(table.name(), List.of());
            items.stream().map(StoredItem::of).forEach(item -> found.put(item.hash(), item));
            empty = items.isEmpty() ? empty + 1 : 0;
            if (empty == MAX_EMPTY) {
                throw new IOException(table + " does not return " + response.unprocessedKeys() + " just now");
            }
            asked = response.unprocessedKeys();
        }
    }

    private QueryRequest request(UserItemsQuery query, int limit) {
        Map<String, AttributeValue> values = Map.of(
                ":user", Attributes.id(query.userId()),
                ":from", Attributes.text(ItemTimes.text(query.from())),
                ":last", Attributes.text(ItemTimes.text(query.to().minusNanos(1))));
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(table.config().userIndex())
                .keyConditionExpression(
                        Attributes.USER_ID + " = :user AND " + Attributes.CREATED_AT + " BETWEEN :from AND :last")
                .expressionAttributeValues(values)
                .exclusiveStartKey(query.startWithin()
                        .map(before -> startKey(query.userId(), before))
                        .orElse(null))
                .scanIndexForward(false)
                .limit(limit)
                .build();
    }

    /** The hash of the last item follows from what the cursor has. */
    private static Map<String, AttributeValue> startKey(long userId, UserItemsQuery.Before last) {
        String hash = RowHash.of(last.postId(), userId, last.createdAt());
        return Map.of(
                Attributes.HASH, Attributes.text(hash),
                Attributes.USER_ID, Attributes.id(userId),
                Attributes.CREATED_AT, Attributes.text(ItemTimes.text(last.createdAt())));
    }

    private static KeysAndAttributes keys(List<String> hashes) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        hashes.forEach(hash -> keys.add(key(hash)));
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private static Map<String, AttributeValue> key(String hash) {
        return Map.of(Attributes.HASH, Attributes.text(hash));
    }

    private <T> T attempt(Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (SdkException e) {
            throw table.failure(e);
        }
    }
}
