package io.hashlake.bus;

import io.hashlake.tweet.Tweet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Encodes and decodes the same posts by {@link TweetCodec} and by Avro's generic records, which end where a post would begin. */
public final class AvroBench {

    private static final int HEADER_BYTES = 10;

    private final TweetCodec codec = new TweetCodec();
    private final Schema schema = SchemaHistory.kept().newest();
    private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(schema);
    private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(schema);
    private final List<List<Tweet>> tweets;
    private final List<List<byte[]>> encoded = new ArrayList<>();
    private final List<List<GenericRecord>> records = new ArrayList<>();

    public AvroBench(List<List<Tweet>> tweets) throws IOException {
        this.tweets = tweets;
        for (List<Tweet> page : tweets) {
            encoded.add(page.stream().map(codec::encode).toList());
        }
        for (List<byte[]> page : encoded) {
            List<GenericRecord> read = new ArrayList<>();
            for (byte[] bytes : page) {
                read.add(record(bytes));
            }
            records.add(read);
        }
    }

    public int encode(int page) {
        tweets.get(page).forEach(codec::encode);
        return tweets.get(page).size();
    }

    public int encodeGenerically(int page) throws IOException {
        for (GenericRecord record : records.get(page)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(768);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(record, encoder);
            bytes.toByteArray();
        }
        return records.get(page).size();
    }

    public int decode(int page) throws UndecodableRecordException {
        for (byte[] bytes : encoded.get(page)) {
            codec.decode(bytes);
        }
        return encoded.get(page).size();
    }

    public int decodeGenerically(int page) throws IOException {
        for (byte[] bytes : encoded.get(page)) {
            record(bytes);
        }
        return encoded.get(page).size();
    }

    private GenericRecord record(byte[] bytes) throws IOException {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        return reader.read(null, decoder);
    }
}
