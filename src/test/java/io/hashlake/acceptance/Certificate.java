package io.hashlake.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificate for 127.0.0.1 that signs itself, as PEM files; made by the JDK's keytool. */
final class Certificate {

    private static final String PASSWORD = "for this test alone";
    private static final String ALIAS = "hashlake";

    private final Path certificate;
    private final Path key;
    private final java.security.cert.Certificate trusted;

    private Certificate(Path directory, KeyStore store) throws GeneralSecurityException, IOException {
        this.trusted = store.getCertificate(ALIAS);
        this.certificate = pem(directory.resolve("tls.crt"), "CERTIFICATE", trusted.getEncoded());
        byte[] secret = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        this.key = pem(directory.resolve("tls.key"), "PRIVATE KEY", secret);
    }

    static Certificate in(Path directory) throws GeneralSecurityException, IOException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=hashlake test",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost")
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Certificate(directory, store);
    }

    /** The properties with which a process serves by TLS alone, as docs/production.md has them. */
    Map<String, String> properties(int port) {
        return Map.of(
                "quarkus.tls.key-store.pem.0.cert", certificate.toString(),
                "quarkus.tls.key-store.pem.0.key", key.toString(),
                "quarkus.http.insecure-requests", "disabled",
                "quarkus.http.ssl-port", Integer.toString(port));
    }

    /** What a client needs to trust it. */
    SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(ALIAS, trusted);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path pem(Path file, String type, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }
}
