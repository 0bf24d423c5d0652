package io.hashlake.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordRequestsTest {

    private static PendingRecord record(int bytes) {
        return new PendingRecord("origin", KinesisSamples.post(1), "", new byte[bytes]);
    }

    @Property(tries = 200)
    void everyRecordIsInOneRequestThatKinesisTakes(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = PendingRecord.MAX_BYTES) Integer> sizes) {
        List<PendingRecord> records =
                sizes.stream().map(RecordRequestsTest::record).toList();

        List<List<PendingRecord>> requests = RecordRequests.of(records);

        List<PendingRecord> all = new ArrayList<>();
        requests.forEach(all::addAll);
        assertThat(all).isEqualTo(records);
        assertThat(requests).allSatisfy(request -> assertThat(
                        request.stream().mapToInt(PendingRecord::bytes).sum())
                .isLessThanOrEqualTo(RecordRequests.MAX_BYTES));
    }

    @Test
    void aRequestHasFiveHundredRecords() {
        assertThat(RecordRequests.of(Collections.nCopies(1_001, record(10))))
                .extracting(List::size)
                .containsExactly(500, 500, 1);
    }
}
