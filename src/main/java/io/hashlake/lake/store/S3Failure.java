package io.hashlake.lake.store;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failed request means and what to do about it. */
final class S3Failure {

    private static final String CREDENTIALS = "the access key or the secret key is wrong";
    private static final String REGION = "the bucket is in another region: configure that one";

    /** Explanations by S3's error code, and by status where a response has no code. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("NoSuchBucket", "the bucket does not exist: create it, or configure another"),
            Map.entry("NoSuchKey", "there is no such object"),
            Map.entry("InvalidAccessKeyId", CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", CREDENTIALS),
            Map.entry("ExpiredToken", "the credentials have expired"),
            Map.entry("RequestTimeTooSkewed", "this machine's clock is wrong"),
            Map.entry("PermanentRedirect", REGION),
            Map.entry("AuthorizationHeaderMalformed", REGION),
            Map.entry("NotImplemented", "the server does not know the request: try MD5 checksums, or no encryption"),
            Map.entry(
                    "AccessDenied",
                    "no permission: allow s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and"
                            + " s3:DeleteObject on its objects"));

    private S3Failure() {}

    /** One line without secrets. */
    static String describe(SdkException e, String operation, String key, Bucket bucket) {
        String where = "cannot " + operation + (key.isEmpty() ? "" : " " + key) + " in " + bucket.location() + ": ";
        if (e instanceof AwsServiceException answer) {
            return where + meaning(answer);
        }
        if (String.valueOf(e.getMessage()).contains("Unable to load credentials")) {
            return where + "no credentials are configured, and AWS's standard chain has none";
        }
        return where + "no answer: " + firstLine(innermost(e));
    }

    private static String meaning(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        String status = "HTTP " + answer.statusCode() + (code == null ? "" : " " + code);
        String known = code == null ? null : MEANINGS.get(code);
        if (known != null) {
            return known + " (" + status + ")";
        }
        String message = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorMessage();
        return message == null ? status : status + ": " + message;
    }

    private static Throwable innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
