package io.hashlake.x.compliance;

import io.hashlake.core.erasure.ComplianceBatch;
import io.hashlake.core.erasure.ComplianceBatch.Kind;
import io.hashlake.core.erasure.ComplianceLedger;
import io.hashlake.core.erasure.ComplianceResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks X about all stored posts and accounts, batch by batch, and sets tombstones for those that are gone. It may be killed at any moment: a
 * job's name says for which batch it was created, so that the next run finds it at X.
 */
public final class ComplianceCheck {

    private static final int POLLS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final ComplianceApi api;
    private final ComplianceLedger ledger;
    private final ComplianceConfig config;

    public ComplianceCheck(ComplianceApi api, ComplianceLedger ledger, ComplianceConfig config) {
        this.api = api;
        this.ledger = ledger;
        this.config = config;
    }

    /**
     * Goes on until each was checked, or X still works on a batch.
     *
     * @return how many posts and accounts X reported
     * @throws IOException if X or the ledger is unavailable; call again
     */
    public long run() throws IOException {
        try {
            return check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for X");
        }
    }

    private long check() throws IOException, InterruptedException {
        long found = 0;
        for (Optional<ComplianceBatch> batch = nextBatch(); batch.isPresent(); batch = nextBatch()) {
            Optional<List<ComplianceResult>> results = results(batch.get());
            if (results.isEmpty()) {
                break;
            }
            ledger.apply(batch.get(), results.get());
            found += results.get().size();
        }
        return found;
    }

    private Optional<ComplianceBatch> nextBatch() throws IOException {
        Optional<ComplianceBatch> batch = ledger.open();
        for (Kind kind : Kind.values()) {
            batch = batch.isPresent()
                    ? batch
                    : ledger.next(kind, config.within().dividedBy(2), config.batchSize());
        }
        return batch;
    }

    private Optional<List<ComplianceResult>> results(ComplianceBatch batch) throws IOException, InterruptedException {
        if (batch.job().isEmpty()) {
            submit(batch);
        }
        Duration pause = FIRST_PAUSE;
        for (int poll = 0; poll < POLLS; poll++) {
            ComplianceJob job = job(batch);
            if (job.isComplete()) {
                return Optional.of(api.results(job));
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2);
        }
        return Optional.empty();
    }

    private void submit(ComplianceBatch batch) throws IOException, InterruptedException {
        Optional<ComplianceJob> standing = api.named(batch.kind(), name(batch)).filter(job -> !job.isFailed());
        ComplianceJob job = standing.isPresent() ? standing.get() : api.create(batch.kind(), name(batch));
        if (job.isWaitingForIds()) {
            api.upload(job, ledger.ids(batch));
        }
        ledger.submitted(batch, job.id());
    }

    private ComplianceJob job(ComplianceBatch batch) throws IOException, InterruptedException {
        Optional<ComplianceJob> job = api.named(batch.kind(), name(batch)).filter(known -> !known.isFailed());
        if (job.isEmpty()) {
            ledger.failed(batch);
            throw new IOException("X failed a compliance job; the next run creates another");
        }
        return job.get();
    }

    private static String name(ComplianceBatch batch) {
        return "hashlake-" + batch.number() + "-" + batch.first();
    }
}
