package io.hashlake.kinesis;

import io.hashlake.core.Backoff;
import io.hashlake.thread.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Publishes records. Kinesis takes each of a request by itself: what it refuses, it is given again alone. */
final class RecordPublisher {

    private static final int ATTEMPTS = 5;

    private final KinesisStream stream;
    private final KinesisClient client;

    RecordPublisher(KinesisStream stream, KinesisClient client) {
        this.stream = stream;
        this.client = client;
    }

    /**
     * Publishes one request.
     *
     * @param published is told of each record that Kinesis has taken
     * @throws IOException if some were not taken after several attempts
     */
    void publish(List<PendingRecord> request, Consumer<PendingRecord> published) throws IOException {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        Attempt attempt = put(request, published);
        for (int made = 1; !attempt.refused().isEmpty(); made++) {
            if (made == ATTEMPTS) {
                throw new IOException(
                        stream + " does not take " + attempt.refused().size() + " of " + request.size()
                                + " records just now: " + attempt.reason());
            }
            Pause.sleep(backoff.next());
            attempt = put(attempt.refused(), published);
        }
    }

    /**
     * What Kinesis did not take.
     *
     * @param reason why it did not take the last of them
     */
    private record Attempt(List<PendingRecord> refused, String reason) {}

    private Attempt put(List<PendingRecord> records, Consumer<PendingRecord> published) throws IOException {
        List<PutRecordsResultEntry> results = send(records);
        List<PendingRecord> refused = new ArrayList<>();
        String reason = "";
        for (int i = 0; i < results.size(); i++) {
            PutRecordsResultEntry result = results.get(i);
            if (result.errorCode() == null) {
                published.accept(records.get(i));
            } else {
                refused.add(records.get(i));
                reason = result.errorCode() + ": " + result.errorMessage();
            }
        }
        return new Attempt(refused, reason);
    }

    private List<PutRecordsResultEntry> send(List<PendingRecord> records) throws IOException {
        try {
            return client.putRecords(request -> request.streamName(stream.name())
                            .records(records.stream().map(PendingRecord::entry).toList()))
                    .records();
        } catch (SdkException e) {
            throw stream.failure(e);
        }
    }
}
