package io.hashlake.dynamodb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Counts each user's posts in a period anew by a query over the user index, so that a repeated write counts nothing twice. The index
 * follows the table with a delay: what this process has written a moment ago is counted whether the index has it or not.
 */
final class UserPosts {

    /** Delay within which DynamoDB's indexes follow, usually below a second, with a margin. */
    private static final Duration INDEX_DELAY = Duration.ofSeconds(30);

    private final DynamoDbTable table;
    private final DynamoDbClient client;
    private final Clock clock;
    private final Deque<Written> recent = new ArrayDeque<>();

    private record Written(PendingItem item, Instant at) {}

    UserPosts(DynamoDbTable table, DynamoDbClient client, Clock clock) {
        this.table = table;
        this.client = client;
        this.clock = clock;
    }

    /** Remembers an item that the table has now. */
    void written(PendingItem item) {
        recent.add(new Written(item, clock.instant()));
    }

    /** Returns the counts as they are once these items are written, each of which is asked for when it is first needed. */
    Counts with(Collection<PendingItem> pending) {
        Instant settled = clock.instant().minus(INDEX_DELAY);
        while (!recent.isEmpty() && recent.peek().at().isBefore(settled)) {
            recent.poll();
        }
        Map<UserPeriod, Set<String>> known = new HashMap<>();
        recent.forEach(written -> add(written.item(), known));
        pending.forEach(item -> add(item, known));
        return new Counts(known);
    }

    private static void add(PendingItem item, Map<UserPeriod, Set<String>> known) {
        known.computeIfAbsent(item.owner(), owner -> new HashSet<>()).add(item.hash());
    }

    /** Counts for one attempt to write; threads may share them. */
    final class Counts {
        private final Map<UserPeriod, Set<String>> known;
        private final Map<UserPeriod, Long> counted = new ConcurrentHashMap<>();

        private Counts(Map<UserPeriod, Set<String>> known) {
            this.known = known;
        }

        long of(UserPeriod owner) {
            return counted.computeIfAbsent(owner, this::recount);
        }

        private long recount(UserPeriod owner) {
            Set<String> own = known.getOrDefault(owner, Set.of());
            long others = client.queryPaginator(query(owner)).items().stream()
                    .filter(item -> !own.contains(item.get(Attributes.HASH).s()))
                    .count();
            return others + own.size();
        }
    }

    private QueryRequest query(UserPeriod owner) {
        Map<String, AttributeValue> values = Map.of(
                ":user", Attributes.id(owner.userId()),
                ":period", Attributes.text(owner.period()));
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(table.config().userIndex())
                .keyConditionExpression(
                        Attributes.USER_ID + " = :user AND begins_with(" + Attributes.CREATED_AT + ", :period)")
                .expressionAttributeValues(values)
                .build();
    }
}
