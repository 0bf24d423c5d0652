package io.hashlake.kinesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts records, in their order, into requests that Kinesis takes. */
final class RecordRequests {

    static final int MAX_RECORDS = 500;
    static final int MAX_BYTES = 5 << 20;

    private RecordRequests() {}

    static List<List<PendingRecord>> of(Collection<PendingRecord> records) {
        List<List<PendingRecord>> requests = new ArrayList<>();
        List<PendingRecord> request = List.of();
        int bytes = 0;
        for (PendingRecord next : records) {
            bytes += next.bytes();
            if (requests.isEmpty() || request.size() == MAX_RECORDS || bytes > MAX_BYTES) {
                request = new ArrayList<>();
                requests.add(request);
                bytes = next.bytes();
            }
            request.add(next);
        }
        return requests;
    }
}
