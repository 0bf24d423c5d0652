package io.hashlake.dynamodb;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.dynamodb.ParallelPuts.Results;
import io.hashlake.dynamodb.PutResult.Outcome;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Keeps the newest observation of every post as an item of DynamoDB. Observations may come again and in any order, and from
 * several processes: a condition lets only a newer one replace an item. A commit that fails leaves waiting only what DynamoDB has
 * not taken.
 */
public final class DynamoDbSink implements Sink {

    /** Its name, which is also its role. */
    static final String NAME = "dynamodb";

    private static final Rejected.Stage STAGE = new Rejected.Stage(NAME);

    private final CountPeriod period;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final DynamoDbClient client;
    private final TableSetup setup;
    private final ItemWriter writer;
    private final UserPosts userPosts;
    private final ParallelPuts puts;
    private final Map<String, PendingItem> pending = new LinkedHashMap<>();
    private boolean isPrepared;
    private long posts;
    private long created;
    private long replaced;
    private long rejected;

    public DynamoDbSink(DynamoDbTable table, DeadLetters deadLetters, Clock clock) {
        this.period = table.config().countPeriod();
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.client = table.client();
        this.setup = new TableSetup(table, client);
        this.writer = new ItemWriter(table, client, clock);
        this.userPosts = new UserPosts(table, client, clock);
        this.puts = new ParallelPuts(table.config().parallelism());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() throws IOException {
        setup.require();
        isPrepared = true;
    }

    @Override
    public void write(TweetBatch batch) {
        for (Tweet tweet : batch.tweets()) {
            PendingItem item = PendingItem.of(batch.origin(), tweet, period);
            pending.merge(item.hash(), item, PendingItem::newest);
        }
        posts += batch.tweets().size();
    }

    @Override
    public boolean isCommitDue() {
        return posts > 0;
    }

    /** After an outage the table may be another one, so it is checked again. */
    @Override
    public Commit commit() throws IOException {
        if (!isPrepared) {
            open();
        }
        try {
            putAll();
        } catch (IOException e) {
            isPrepared = false;
            throw e;
        }
        Commit commit = new Commit(created, rejected, created + replaced, posts - created - replaced - rejected, 0, 0);
        forget();
        return commit;
    }

    @Override
    public void close() {
        forget();
        puts.close();
        client.close();
    }

    private void forget() {
        pending.clear();
        posts = 0;
        created = 0;
        replaced = 0;
        rejected = 0;
    }

    private void putAll() throws IOException {
        int total = pending.size();
        UserPosts.Counts counts = userPosts.with(pending.values());
        Results results = puts.all(List.copyOf(pending.values()), item -> writer.put(item, counts));
        results.all().stream().filter(PutResult::isStored).forEach(this::stored);
        reject(results.all().stream()
                .filter(result -> result.outcome() == Outcome.REFUSED)
                .toList());
        if (results.failure() != null) {
            throw results.failure();
        }
        for (PutResult result : results.all()) {
            if (result.outcome() == Outcome.WAITING) {
                throw new IOException("DynamoDB does not take " + pending.size() + " of " + total + " posts just now: "
                        + result.reason());
            }
        }
    }

    private void stored(PutResult result) {
        created += result.outcome() == Outcome.CREATED ? 1 : 0;
        replaced += result.outcome() == Outcome.REPLACED ? 1 : 0;
        userPosts.written(result.item());
        pending.remove(result.item().hash());
    }

    private void reject(List<PutResult> refused) throws IOException {
        if (refused.isEmpty()) {
            return;
        }
        deadLetters.add(refused.stream().map(this::rejected).toList());
        refused.forEach(result -> pending.remove(result.item().hash()));
        rejected += refused.size();
    }

    private Rejected rejected(PutResult refused) {
        PendingItem item = refused.item();
        return new Rejected(
                clock.instant(), item.origin(), STAGE, "DynamoDB refuses it: " + refused.reason(), item.tweet());
    }
}
