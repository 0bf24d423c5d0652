package io.hashlake.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Makes files of rows. Threads may share one. */
interface Encoder<R> {

    /** The content of a file that holds these rows, with these key-value pairs in its footer. */
    List<ByteBuffer> encode(List<R> rows, Map<String, String> metadata) throws IOException;
}
