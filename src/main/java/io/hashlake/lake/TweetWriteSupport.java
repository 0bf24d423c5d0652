package io.hashlake.lake;

import io.hashlake.tweet.Tweet;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a tweet's columns straight from the record, without an Avro object in between. */
final class TweetWriteSupport extends WriteSupport<Tweet> {

    private static final Column[] COLUMNS = TweetSchema.COLUMNS.toArray(Column[]::new);

    private final Map<String, String> metadata;
    private RecordConsumer out;

    TweetWriteSupport(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(TweetSchema.PARQUET, metadata);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Tweet tweet) {
        out.startMessage();
        for (int i = 0; i < COLUMNS.length; i++) {
            COLUMNS[i].value().write(out, tweet, i);
        }
        out.endMessage();
    }
}
