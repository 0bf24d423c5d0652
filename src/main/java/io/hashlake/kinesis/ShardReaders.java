package io.hashlake.kinesis;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** Readers of a stream's shards: a shard is read when those that it came from, by a split or a merge, are done. */
final class ShardReaders {

    private final ShardContext reading;
    private final Map<String, ShardReader> readers = new ConcurrentSkipListMap<>();
    private List<Shard> listed = List.of();
    private Instant listAt = Instant.MIN;
    private StreamCoverage coverage;

    ShardReaders(ShardContext reading) {
        this.reading = reading;
    }

    Collection<ShardReader> all() {
        return readers.values();
    }

    StreamCoverage coverage() {
        return coverage;
    }

    /**
     * Lists the shards if that is due, and begins with those that can be read now.
     *
     * @throws IOException if the stream or the cursors cannot be read now
     */
    void refresh(Instant now) throws IOException {
        if (!now.isBefore(listAt) || readers.entrySet().stream().anyMatch(this::hasUnknownChildren)) {
            list(now);
            listAt = now.plus(reading.services().config().listing());
        }
        for (Shard shard : listed) {
            if (!readers.containsKey(shard.shardId()) && parents(shard).allMatch(this::isRead)) {
                readers.put(shard.shardId(), new ShardReader(shard.shardId(), first(shard), reading));
            }
        }
    }

    /** A shard that ends has been split or merged. */
    private boolean hasUnknownChildren(Map.Entry<String, ShardReader> shard) {
        return shard.getValue().isDone()
                && listed.stream().flatMap(ShardReaders::parents).noneMatch(shard.getKey()::equals);
    }

    private void list(Instant now) throws IOException {
        try {
            StreamCoverage found = reading.client().coverage(now);
            if (coverage != null && !coverage.created().equals(found.created())) {
                readers.clear();
            }
            coverage = found;
            listed = reading.client().shards();
        } catch (SdkException e) {
            throw reading.client().failure(e);
        }
        forgetAllBut(listed.stream().map(Shard::shardId).collect(Collectors.toSet()));
    }

    /** Of a shard that is not listed any more, Kinesis has no record. */
    private void forgetAllBut(Set<String> kept) {
        for (Map.Entry<String, ShardReader> entry : readers.entrySet()) {
            if (!kept.contains(entry.getKey())) {
                readers.remove(entry.getKey());
                release(entry.getValue());
            }
        }
    }

    private static Stream<String> parents(Shard shard) {
        return Stream.of(shard.parentShardId(), shard.adjacentParentShardId()).filter(Objects::nonNull);
    }

    private boolean isRead(String parent) {
        ShardReader reader = readers.get(parent);
        return reader == null
                ? listed.stream().noneMatch(shard -> shard.shardId().equals(parent))
                : reader.isDone();
    }

    /** A shard without a cursor goes on where its parents were left; what they may have lost since is a gap of it. */
    private ShardPosition first(Shard shard) throws IOException {
        Instant from = coverage.from();
        for (String parent : parents(shard).toList()) {
            Optional<String> stored = reading.services().cursors().position(reading.origin(parent));
            if (stored.isPresent()) {
                Instant left = ShardPosition.parse(stored.get()).time();
                from = left.isBefore(from) ? left : from;
            }
        }
        return ShardPosition.start(from);
    }

    /** Completes when nothing of them is under way any more; then another process may have them. */
    CompletionStage<Void> end() {
        CompletableFuture<?>[] all = readers.values().stream()
                .map(reader -> release(reader).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all);
    }

    private CompletionStage<Void> release(ShardReader reader) {
        return reader.whenSettled().thenRun(() -> reading.services().cursors().release(reader.origin()));
    }
}
