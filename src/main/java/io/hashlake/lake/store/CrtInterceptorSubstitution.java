package io.hashlake.lake.store;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;

/**
 * Cuts, in the native image, what the SDK's interceptor for its client over the AWS Common Runtime needs of that runtime. Camel registers every
 * interceptor of the SDK, and the runtime, 19 MB of native code, is not part of Hashlake.
 */
@TargetClass(
        className =
                "software.amazon.awssdk.services.s3.internal.crt.DefaultS3CrtAsyncClient$AttachHttpAttributesExecutionInterceptor")
final class CrtInterceptorSubstitution {

    @Substitute
    public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
        // only a client over the AWS Common Runtime reads what this would add
    }
}
