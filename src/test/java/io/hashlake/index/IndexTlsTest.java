package io.hashlake.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hashlake.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class IndexTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path directory;

    @Test
    void aServerWithACertificateOfItsOwnIsTrustedByItsFileAlone() throws Exception {
        HttpsServer server = server();
        try {
            Path pem = directory.resolve("server.pem");
            keytool("-exportcert", "-rfc", "-file", pem.toString());

            assertThatCode(() -> sink(server, Optional.of(pem)).open()).doesNotThrowAnyException();
            assertThatThrownBy(() -> sink(server, Optional.empty()).open())
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("cannot be reached", "unable to find valid certification path");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> TrustedCertificates.of(empty)).hasMessageContaining("there is no certificate in it");
        assertThatThrownBy(() -> TrustedCertificates.of(directory.resolve("missing.pem")))
                .hasMessageContaining("must be a PEM file of certificates");
    }

    private static IndexSink sink(HttpsServer server, Optional<Path> certificates) {
        URI url = URI.create("https://localhost:" + server.getAddress().getPort());
        String[] trusted =
                certificates.map(file -> "ca-certificates=" + file).stream().toArray(String[]::new);
        return new IndexSink(IndexSamples.server(url, trusted), rejected -> {}, Clock.systemUTC());
    }

    private HttpsServer server() throws Exception {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "30");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve("keys.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{}".getBytes();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias",
                "server",
                "-storetype",
                "PKCS12",
                "-keystore",
                directory.resolve("keys.p12").toString(),
                "-storepass",
                PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
