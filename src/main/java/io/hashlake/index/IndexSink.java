package io.hashlake.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.index.BulkResult.Refused;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the newest observation of every post in OpenSearch or Elasticsearch, in an index per month. A document's version is the
 * time of its observation, so observations may come again and in any order, and from several processes: the server keeps the
 * newest. A commit that fails leaves waiting only what the server has not taken.
 */
public final class IndexSink implements Sink {

    /** Its name, which is also its role. */
    static final String NAME = "index";

    private static final Rejected.Stage STAGE = new Rejected.Stage(NAME);
    private static final int TOO_LARGE = 413;

    private final IndexClient client;
    private final String alias;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Map<Long, PendingPost> pending = new LinkedHashMap<>();
    private int bulkBytes;
    private boolean isPrepared;
    private long posts;
    private long created;
    private long rejected;

    public IndexSink(IndexServer server, DeadLetters deadLetters, Clock clock) {
        this.client = new IndexClient(server);
        this.alias = server.config().alias();
        this.bulkBytes = server.config().bulkBytes();
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Indices of earlier months get the fields that have come since; a strict mapping would refuse them. */
    @Override
    public void open() throws IOException {
        client.put("/_index_template/" + alias, IndexTemplate.of(alias));
        client.put(
                "/" + alias + "-*/_mapping?allow_no_indices=true",
                JsonNodeFactory.instance.objectNode().set("properties", IndexTemplate.properties()));
        isPrepared = true;
    }

    @Override
    public void write(TweetBatch batch) {
        for (Tweet tweet : batch.tweets()) {
            pending.merge(tweet.id(), new PendingPost(batch.origin(), tweet), PendingPost::newest);
        }
        posts += batch.tweets().size();
    }

    @Override
    public boolean isCommitDue() {
        return posts > 0;
    }

    /** A server that was out may be another one, or have lost what it had: it gets its template again. */
    @Override
    public Commit commit() throws IOException {
        if (!isPrepared) {
            open();
        }
        try {
            sendAll();
        } catch (IOException e) {
            isPrepared = false;
            throw e;
        }
        Commit commit = new Commit(created, rejected, created, posts - created - rejected, 0, 0);
        close();
        return commit;
    }

    @Override
    public void close() {
        pending.clear();
        posts = 0;
        created = 0;
        rejected = 0;
    }

    private void sendAll() throws IOException {
        Refused last = null;
        int total = pending.size();
        BulkBodies bodies = new BulkBodies(List.copyOf(pending.values()), alias, bulkBytes);
        while (bodies.hasNext()) {
            List<Refused> waiting = send(bodies.next());
            last = waiting.isEmpty() ? last : waiting.get(waiting.size() - 1);
        }
        if (last != null) {
            throw new IOException(
                    "the index does not take " + pending.size() + " of " + total + " posts just now: " + last.error());
        }
    }

    /** Returns what the server does not take just now. */
    private List<Refused> send(BulkBody body) throws IOException {
        try {
            BulkResult result = BulkResult.of(body, client.post(BulkResult.PATH, IndexClient.LINES, body.bytes()));
            created += result.created();
            result.stored().forEach(this::done);
            reject(result.refused());
            return result.waiting();
        } catch (IndexAnswerException e) {
            if (e.status() != TOO_LARGE) {
                throw e;
            }
            return tooLarge(body, e);
        }
    }

    /** The next attempt sends less at once; where that is a single post, it can never be taken. */
    private List<Refused> tooLarge(BulkBody body, IndexAnswerException reason) throws IOException {
        if (body.posts().size() > 1) {
            bulkBytes = body.bytes().length / 2;
            throw reason;
        }
        IndexError error =
                new IndexError(TOO_LARGE, "too_large", "the server takes no " + body.bytes().length + " bytes");
        reject(List.of(new Refused(body.posts().get(0), error)));
        return List.of();
    }

    private void reject(List<Refused> refused) throws IOException {
        if (refused.isEmpty()) {
            return;
        }
        deadLetters.add(refused.stream().map(this::rejected).toList());
        refused.forEach(one -> done(one.post()));
        rejected += refused.size();
    }

    private Rejected rejected(Refused refused) {
        PendingPost post = refused.post();
        return new Rejected(
                clock.instant(), post.origin(), STAGE, "the index refuses it: " + refused.error(), post.tweet());
    }

    private void done(PendingPost post) {
        pending.remove(post.tweet().id());
    }
}
