package io.hashlake.camel;

import io.hashlake.core.SourceLeases;
import io.hashlake.source.Source;
import io.hashlake.source.Sources;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sources of a component's routes: from the start of a route until nothing of its source is under way. */
final class RouteSources {

    private final Sources sources;
    private final SourceLeases leases;
    private final BooleanSupplier isEnding;

    /** Sources that are not followed any more, by name, until nothing of them is under way. */
    private final Map<String, CompletionStage<Void>> leaving = new ConcurrentHashMap<>();

    /**
     * @param sources the registry to which they are added
     * @param isEnding whether the whole context stops: leases are then released by the process's end
     */
    RouteSources(Sources sources, SourceLeases leases, BooleanSupplier isEnding) {
        this.sources = sources;
        this.leases = leases;
        this.isEnding = isEnding;
    }

    /**
     * Begins to follow a source. One of the same name whose last batches are under way is waited for: they may move the cursor
     * yet.
     *
     * @param address from which its route reads, for messages
     */
    synchronized void begin(String address, Source source, Runnable begin) {
        sources.add(address, source);
        leases.want(source.name());
        CompletionStage<Void> former = leaving.get(source.name());
        if (former == null) {
            begin.run();
        } else {
            former.thenRun(() -> beginLater(source, begin));
        }
    }

    /** Its route may have stopped meanwhile. */
    private synchronized void beginLater(Source source, Runnable begin) {
        if (sources.all().contains(source)) {
            begin.run();
        }
    }

    /**
     * Ends following a source.
     *
     * @param end completes when nothing of it is under way any more
     */
    synchronized CompletionStage<Void> end(Source source, Supplier<CompletionStage<Void>> end) {
        sources.remove(source);
        CompletionStage<Void> settled = end.get();
        if (isEnding.getAsBoolean()) {
            return settled;
        }
        CompletionStage<Void> gone = leaving.merge(
                source.name(), settled, (former, latter) -> former.thenCombine(latter, (one, other) -> null));
        gone.thenRun(() -> gone(source.name(), gone));
        return gone;
    }

    /** Releases the lease, unless a new route of this process follows the source already. */
    private synchronized void gone(String name, CompletionStage<Void> gone) {
        if (leaving.remove(name, gone) && !sources.isFollowed(name)) {
            leases.release(name);
        }
    }
}
