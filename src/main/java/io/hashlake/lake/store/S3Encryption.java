package io.hashlake.lake.store;

import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Requests encryption for every new object, whichever class uses the client. */
final class S3Encryption implements ExecutionInterceptor {

    private final ServerSideEncryption algorithm;
    private final String key;

    S3Encryption(S3Config.Encryption encryption, Optional<String> kmsKeyId) {
        this.algorithm =
                encryption == S3Config.Encryption.KMS ? ServerSideEncryption.AWS_KMS : ServerSideEncryption.AES256;
        this.key = kmsKeyId.orElse(null);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof PutObjectRequest put) {
            return put.toBuilder()
                    .serverSideEncryption(algorithm)
                    .ssekmsKeyId(key)
                    .build();
        }
        if (request instanceof CreateMultipartUploadRequest create) {
            return create.toBuilder()
                    .serverSideEncryption(algorithm)
                    .ssekmsKeyId(key)
                    .build();
        }
        if (request instanceof CopyObjectRequest copy) {
            return copy.toBuilder()
                    .serverSideEncryption(algorithm)
                    .ssekmsKeyId(key)
                    .build();
        }
        return request;
    }
}
