package io.hashlake.api.request;

import io.hashlake.api.problem.ClientGoneException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Tells a client that does not send its body from a warehouse that is out: both fail with an IOException. */
@Provider
public class BodyReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
