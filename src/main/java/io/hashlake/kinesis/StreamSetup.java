package io.hashlake.kinesis;

import java.io.IOException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Creates the stream where that is wanted, and checks that it can be written. */
final class StreamSetup {

    private static final Logger LOG = Logger.getLogger(StreamSetup.class);

    private final KinesisStream stream;
    private final KinesisClient client;

    StreamSetup(KinesisStream stream, KinesisClient client) {
        this.stream = stream;
        this.client = client;
    }

    /** @throws IOException if the stream is missing, or not ready yet */
    void require() throws IOException {
        try {
            StreamStatus status = foundOrCreated();
            if (status != StreamStatus.ACTIVE && status != StreamStatus.UPDATING) {
                throw new IOException(stream + " is " + status + ": waiting until it is ready");
            }
        } catch (SdkException e) {
            throw stream.failure(e);
        }
    }

    private StreamStatus foundOrCreated() {
        try {
            return status();
        } catch (ResourceNotFoundException e) {
            if (stream.config().createShards() == 0) {
                throw e;
            }
            create();
            return status();
        }
    }

    private StreamStatus status() {
        return client.describeStreamSummary(request -> request.streamName(stream.name()))
                .streamDescriptionSummary()
                .streamStatus();
    }

    /** Another process may create it at the same time. */
    private void create() {
        try {
            client.createStream(request ->
                    request.streamName(stream.name()).shardCount(stream.config().createShards()));
            LOG.infof("Created %s", stream);
        } catch (ResourceInUseException e) {
            LOG.debugf("%s has been created meanwhile", stream);
        }
    }
}
