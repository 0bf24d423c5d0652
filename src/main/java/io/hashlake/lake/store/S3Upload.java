package io.hashlake.lake.store;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Puts a large object in parts; it is there when the last one is confirmed, and not before. */
record S3Upload(S3Client client, Bucket bucket, String name) {

    private static final Logger LOG = Logger.getLogger(S3Upload.class);

    CompleteMultipartUploadResponse put(Content content) {
        String id = client.createMultipartUpload(
                        request -> request.bucket(bucket.name()).key(name))
                .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (Content part : content.parts(bucket.config().partBytes())) {
                parts.add(put(part, parts.size() + 1, id));
            }
            return client.completeMultipartUpload(request -> request.bucket(bucket.name())
                    .key(name)
                    .uploadId(id)
                    .multipartUpload(upload -> upload.parts(parts)));
        } catch (SdkException e) {
            abort(id);
            throw e;
        }
    }

    private CompletedPart put(Content part, int number, String id) {
        var response = client.uploadPart(
                request -> request.bucket(bucket.name())
                        .key(name)
                        .uploadId(id)
                        .partNumber(number)
                        .contentMD5(bucket.isCheckedByMd5() ? part.md5() : null),
                S3ObjectStore.body(part));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(response.eTag())
                .checksumCRC32(response.checksumCRC32())
                .build();
    }

    /** Aborts the upload; if that fails, a lifecycle rule of the bucket has to delete its parts. */
    private void abort(String id) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket.name()).key(name).uploadId(id));
        } catch (SdkException e) {
            LOG.debugf(
                    "Cannot abort the upload of %s; its parts are left to the bucket's lifecycle rules: %s",
                    name, e.getMessage());
        }
    }
}
