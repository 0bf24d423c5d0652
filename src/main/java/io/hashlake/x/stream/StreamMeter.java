package io.hashlake.x.stream;

import io.hashlake.core.Backoff;
import io.hashlake.core.spend.Resource;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.json.StreamLine;
import io.hashlake.x.spend.Receipt;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendGuard.Permit;
import io.hashlake.x.stream.client.StreamBrokenException;
import java.time.Duration;
import java.util.Map;

/** Lets a stream be read post by post as long as the budget lasts. Not thread-safe. */
final class StreamMeter implements AutoCloseable {

    private final SpendGuard spend;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
    private Permit next;

    StreamMeter(SpendGuard spend) {
        this.spend = spend;
    }

    /**
     * Makes sure that a post may be read. While that cannot be known, nothing is read, and X waits.
     *
     * @throws StreamBrokenException if the budget is used up
     */
    void await() throws StreamBrokenException, InterruptedException {
        while (next == null) {
            ApiResult<Permit> answer = ask();
            if (answer instanceof ApiResult.Wait<Permit> wait) {
                throw new StreamBrokenException("budget", wait.reason());
            }
            if (answer instanceof ApiResult.Retry) {
                Thread.sleep(backoff.next().toMillis());
            }
        }
        backoff.reset();
    }

    /** Asks once whether a post may be read. */
    ApiResult<Permit> ask() {
        ApiResult<Permit> answer = spend.ask(1, 1);
        next = answer instanceof ApiResult.Ok<Permit> ok ? ok.value() : null;
        return answer;
    }

    /** The line was read. */
    void count(StreamLine line, String source) {
        try (Receipt receipt = spend.receipt(next)) {
            receipt.posts(line.tweets(), posts -> Map.of(source, posts.size()));
            receipt.add(source, Resource.POST, line.tweets().isEmpty() ? 1 : 0);
            receipt.included(source, line.included().posts(), line.included().users());
        }
        next = null;
    }

    @Override
    public void close() {
        if (next != null) {
            spend.receipt(next).close();
            next = null;
        }
    }
}
