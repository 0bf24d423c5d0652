package io.hashlake.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.api.problem.ClientGoneException;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class BodyReadingTest {

    private final BodyReading reading = new BodyReading();

    @Test
    void aBodyThatBreaksOffIsTheClientsDoing() {
        assertThatThrownBy(() -> reading.aroundReadFrom(body((proxy, method, arguments) -> {
                    throw new IOException("Read timed out");
                })))
                .isInstanceOf(ClientGoneException.class);
    }

    @Test
    void aWholeBodyIsPassedOn() throws IOException {
        assertThat(reading.aroundReadFrom(body((proxy, method, arguments) -> "SELECT 1")))
                .isEqualTo("SELECT 1");
    }

    private static ReaderInterceptorContext body(InvocationHandler proceeding) {
        return (ReaderInterceptorContext) Proxy.newProxyInstance(
                BodyReadingTest.class.getClassLoader(), new Class<?>[] {ReaderInterceptorContext.class}, proceeding);
    }
}
