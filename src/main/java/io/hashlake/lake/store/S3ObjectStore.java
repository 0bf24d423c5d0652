package io.hashlake.lake.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A lake in a bucket of S3 or of a compatible server. Requests are tried three times; what fails then is an outage that the
 * sink waits for. It needs a server on which an object that was put or deleted is so for everybody at once, as S3, MinIO and
 * Ceph are.
 */
public final class S3ObjectStore implements ObjectStore {

    private static final String MEDIA_TYPE = "application/octet-stream";
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final Bucket bucket;

    /** @param client is left open */
    public S3ObjectStore(S3Client client, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public int parallelism() {
        return bucket.config().parallelism();
    }

    /**
     * Finds out whether the bucket is there and may be read. What an upload that was cut short has left is invisible, and
     * goes when a rule of the bucket says so.
     */
    @Override
    public void open() throws IOException {
        attempt(
                "list objects",
                "",
                () -> client.listObjectsV2(request ->
                        request.bucket(bucket.name()).prefix(bucket.prefix()).maxKeys(1)));
    }

    @Override
    public void put(String key, List<ByteBuffer> buffers) throws IOException {
        Content content = new Content(buffers);
        if (content.size() > bucket.config().partBytes()) {
            attempt("put", key, () -> new S3Upload(client, bucket, name(key)).put(content));
        } else {
            attempt("put", key, () -> putAtOnce(key, content));
        }
    }

    /** An answer that got lost is asked for again and then says that the object is there: whoever needs to know, reads it. */
    @Override
    public boolean putIfAbsent(String key, List<ByteBuffer> buffers) throws IOException {
        return attempt("put", key, () -> isPut(key, new Content(buffers)));
    }

    private boolean isPut(String key, Content content) {
        try {
            client.putObject(
                    request -> request.bucket(bucket.name())
                            .key(name(key))
                            .ifNoneMatch("*")
                            .contentMD5(bucket.isCheckedByMd5() ? content.md5() : null),
                    body(content));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void copy(String from, String to) throws IOException {
        attempt(
                "copy",
                from,
                () -> client.copyObject(request -> request.sourceBucket(bucket.name())
                        .sourceKey(name(from))
                        .destinationBucket(bucket.name())
                        .destinationKey(name(to))));
    }

    private Object putAtOnce(String key, Content content) {
        return client.putObject(
                request -> request.bucket(bucket.name())
                        .key(name(key))
                        .contentMD5(bucket.isCheckedByMd5() ? content.md5() : null),
                body(content));
    }

    /** A body that can be sent again. */
    static RequestBody body(Content content) {
        return RequestBody.fromContentProvider(content::stream, content.size(), MEDIA_TYPE);
    }

    @Override
    public byte[] read(String key, long offset, int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        byte[] bytes = attempt("read", key, () -> range(key, offset, length));
        if (bytes.length != length) {
            throw new EOFException(key + " ends before byte " + (offset + length));
        }
        return bytes;
    }

    /** Reads the part of the range that exists. */
    private byte[] range(String key, long offset, int length) {
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        try {
            return client.getObject(
                            request ->
                                    request.bucket(bucket.name()).key(name(key)).range(range),
                            ResponseTransformer.toBytes())
                    .asByteArrayUnsafe();
        } catch (S3Exception e) {
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                return new byte[0];
            }
            throw e;
        }
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        List<StoredObject> found = attempt("list", prefix, () -> {
            List<StoredObject> objects = new ArrayList<>();
            client.listObjectsV2Paginator(
                            request -> request.bucket(bucket.name()).prefix(name(prefix)))
                    .contents()
                    .forEach(object -> add(object, objects));
            return objects;
        });
        found.sort(Comparator.comparing(StoredObject::key));
        return found;
    }

    /** Consoles put empty objects in place of directories. */
    private void add(S3Object object, List<StoredObject> objects) {
        if (!object.key().endsWith("/")) {
            objects.add(new StoredObject(object.key().substring(bucket.prefix().length()), object.size()));
        }
    }

    @Override
    public void delete(String key) throws IOException {
        attempt(
                "delete",
                key,
                () -> client.deleteObject(
                        request -> request.bucket(bucket.name()).key(name(key))));
    }

    private String name(String key) {
        return bucket.prefix() + key;
    }

    private <T> T attempt(String operation, String key, Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (SdkException e) {
            throw new IOException(S3Failure.describe(e, operation, key, bucket), e);
        }
    }

    @FunctionalInterface
    private interface Request<T> {
        T send();
    }
}
