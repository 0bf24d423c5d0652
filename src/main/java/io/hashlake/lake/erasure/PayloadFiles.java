package io.hashlake.lake.erasure;

import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.parquet.RawRow;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;

/** Files of payloads without the posts that were erased; what else a payload holds stays. */
final class PayloadFiles extends RewrittenFiles {

    private static final int PAYLOAD = RawRow.TABLE.index("payload");

    private final PayloadEraser eraser;
    private final Tombstones tombstones;

    PayloadFiles(TableReader reader, ZstdCodecs codecs, PayloadEraser eraser, Tombstones tombstones) {
        super(reader, codecs, RawRow.TABLE);
        this.eraser = eraser;
        this.tombstones = tombstones;
    }

    /** A payload may hold posts of any time. */
    @Override
    boolean isUntouched(StoredObject file) {
        return false;
    }

    @Override
    Object[] left(Object[] row) {
        byte[] received = ((Binary) row[PAYLOAD]).getBytes();
        Optional<byte[]> json = eraser.erase(received, tombstones);
        if (json.isPresent() && json.get() == received) {
            return row;
        }
        return json.map(bytes -> with(row, bytes)).orElse(null);
    }

    private static Object[] with(Object[] row, byte[] payload) {
        Object[] left = row.clone();
        left[PAYLOAD] = Binary.fromConstantByteArray(payload);
        return left;
    }
}
