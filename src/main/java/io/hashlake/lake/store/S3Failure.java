package io.hashlake.lake.store;

import io.hashlake.aws.AwsFailure;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failed request means and what to do about it. */
final class S3Failure {

    private static final String REGION = "the bucket is in another region: configure that one";

    /** Explanations by S3's error code, and by status where a response has no code. */
    private static final AwsFailure MEANINGS = new AwsFailure(Map.ofEntries(
            Map.entry("NoSuchBucket", "the bucket does not exist: create it, or configure another"),
            Map.entry("NoSuchKey", "there is no such object"),
            Map.entry("PermanentRedirect", REGION),
            Map.entry("AuthorizationHeaderMalformed", REGION),
            Map.entry("NotImplemented", "the server does not know the request: try MD5 checksums, or no encryption"),
            Map.entry(
                    "AccessDenied",
                    "no permission: allow s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and"
                            + " s3:DeleteObject on its objects")));

    private S3Failure() {}

    /** One line without secrets. */
    static String describe(SdkException e, String operation, String key, Bucket bucket) {
        String where = "cannot " + operation + (key.isEmpty() ? "" : " " + key) + " in " + bucket.location() + ": ";
        return where + MEANINGS.describe(e);
    }
}
