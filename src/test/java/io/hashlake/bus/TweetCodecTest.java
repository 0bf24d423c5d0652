package io.hashlake.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.lake.commit.TestTweets;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetArbitraries;
import io.hashlake.tweet.TweetSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class TweetCodecTest {

    private static final int HEADER = 10;

    private final TweetCodec codec = new TweetCodec();
    private final Schema newest = SchemaHistory.kept().newest();

    @Property(tries = 500)
    void aTweetComesBackAsItWas(@ForAll("tweets") Tweet tweet) throws UndecodableRecordException {
        assertThat(codec.decode(codec.encode(tweet))).isEqualTo(tweet);
    }

    @Property(tries = 200)
    void whatIsWrittenIsWhatAvroItselfWrites(@ForAll("tweets") Tweet tweet) throws IOException {
        byte[] encoded = codec.encode(tweet);
        assertThat(encoded).startsWith(0xC3, 0x01);
        assertThat(ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
                .isEqualTo(SchemaHistory.fingerprint(newest));
        GenericData.Record record = read(encoded, newest);
        assertThat(record.get("id")).isEqualTo(tweet.id());
        assertThat(write(record, newest)).isEqualTo(Arrays.copyOfRange(encoded, HEADER, encoded.length));
    }

    @Property(tries = 500)
    void whateverIsCutOffOrChangedIsRefusedOrReadButNothingElse(
            @ForAll("tweets") Tweet tweet, @ForAll int where, @ForAll byte what) {
        byte[] encoded = codec.encode(tweet);
        int position = HEADER + Math.floorMod(where, encoded.length - HEADER);
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(encoded, position)))
                .isInstanceOf(UndecodableRecordException.class);
        encoded[position] = what;
        try {
            codec.decode(encoded);
        } catch (UndecodableRecordException e) {
            assertThat(e).hasMessageContaining("it");
        }
    }

    @Test
    void anArrayOfMoreElementsThanThereAreBytesTakesNoMemory() {
        AvroOutput out = new AvroOutput(16);
        out.writeLong(Integer.MAX_VALUE);
        assertThatThrownBy(() -> new AvroInput(out.toBytes(), 0).readStrings())
                .hasMessageContaining("2147483647 more are announced");
    }

    @Test
    void whatIsNoTweetIsRefusedWithItsReason() {
        assertThatThrownBy(() -> codec.decode(null)).hasMessageContaining("no Avro single object");
        assertThatThrownBy(() -> codec.decode("{\"id\":\"1\"}".getBytes()))
                .hasMessageContaining("does not begin with C3 01");
        byte[] unknown = codec.encode(TweetSamples.tweet(1));
        unknown[5] ^= 1;
        assertThatThrownBy(() -> codec.decode(unknown))
                .hasMessageContaining("fingerprint")
                .hasMessageContaining("newer version");
        byte[] more = Arrays.copyOf(unknown, unknown.length + 1);
        more[5] ^= 1;
        assertThatThrownBy(() -> codec.decode(more)).hasMessageContaining("goes on after its last field");
    }

    @Test
    void halfASurrogateBecomesTheReplacementCharacter() throws UndecodableRecordException {
        Tweet tweet = TweetSamples.tweet(1, "a\uD83Db\uD83D\uDE00");
        assertThat(codec.decode(codec.encode(tweet))
                        .entities()
                        .hashtags()
                        .get(0)
                        .text())
                .isEqualTo("a\uFFFDb\uD83D\uDE00");
    }

    @Test
    void whatAnOlderSchemaWroteIsReadWithTheDefaultsOfWhatItLacked() throws Exception {
        Tweet tweet = TweetSamples.tweet(7, "covid19");
        Schema older = without("language");
        byte[] fields = write(read(codec.encode(tweet), older), older);
        byte[] encoded = singleObject(older, fields);
        Tweet read = new TweetCodec(new SchemaHistory(List.of(older, newest))).decode(encoded);
        assertThat(read.language()).isNull();
        assertThat(read).usingRecursiveComparison().ignoringFields("language").isEqualTo(tweet);
    }

    @Property(tries = 100)
    void whatTheFirstReleasedSchemaWroteIsReadWithoutAnAnalysis(@ForAll("earlier") Tweet tweet) throws Exception {
        Schema first = SchemaHistory.kept().versions().get(0);
        byte[] fields = write(read(codec.encode(tweet), first), first);
        assertThat(codec.decode(singleObject(first, fields))).isEqualTo(tweet.analysed(null));
    }

    @Test
    void aRecordOfTheFirstReleaseIsRead() throws Exception {
        byte[] record = Files.readAllBytes(Path.of("src/test/resources/earlier/tweet-v2.avro"));
        assertThat(codec.decode(record)).isEqualTo(TestTweets.full(1));
    }

    private static byte[] singleObject(Schema schema, byte[] fields) {
        return ByteBuffer.allocate(HEADER + fields.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaHistory.fingerprint(schema))
                .put(fields)
                .array();
    }

    @Provide
    Arbitrary<Tweet> tweets() {
        return TweetArbitraries.tweets();
    }

    @Provide
    Arbitrary<Tweet> earlier() {
        return TweetArbitraries.earlier();
    }

    /** The newest schema as it would have been without one of its fields. */
    private Schema without(String field) {
        List<Schema.Field> fields = new ArrayList<>();
        newest.getFields().stream()
                .filter(one -> !one.name().equals(field))
                .forEach(one -> fields.add(new Schema.Field(one, one.schema())));
        return Schema.createRecord(newest.getName(), null, newest.getNamespace(), false, fields);
    }

    private GenericData.Record read(byte[] encoded, Schema as) throws IOException {
        return new GenericDatumReader<GenericData.Record>(newest, as)
                .read(null, DecoderFactory.get().binaryDecoder(encoded, HEADER, encoded.length - HEADER, null));
    }

    private static byte[] write(GenericData.Record record, Schema schema) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericData.Record>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
