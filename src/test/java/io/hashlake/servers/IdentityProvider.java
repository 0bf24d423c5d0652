package io.hashlake.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** OIDC provider that knows discovery, its key, and how to sign a token. */
public final class IdentityProvider implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "key-1";

    private final KeyPair keys = newKeys();
    private final HttpServer server;

    private IdentityProvider(HttpServer server) {
        this.server = server;
    }

    public static IdentityProvider start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        IdentityProvider provider = new IdentityProvider(server);
        server.createContext("/.well-known/openid-configuration", provider::discovery);
        server.createContext("/keys", provider::keys);
        server.start();
        return provider;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token that is valid until then. */
    public String token(String user, List<String> roles, Instant until) throws IOException {
        return signed(user, roles, until, keys);
    }

    /** A token that somebody else has signed. */
    public String forged(String user, List<String> roles, Instant until) throws IOException {
        return signed(user, roles, until, newKeys());
    }

    private String signed(String user, List<String> roles, Instant until, KeyPair by) throws IOException {
        Map<String, Object> claims = Map.of(
                "iss",
                issuer(),
                "sub",
                user,
                "preferred_username",
                user,
                "groups",
                roles,
                "iat",
                until.minusSeconds(600).getEpochSecond(),
                "exp",
                until.getEpochSecond());
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> content) throws IOException {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }

    private void discovery(HttpExchange exchange) throws IOException {
        send(exchange, Map.of("issuer", issuer(), "jwks_uri", issuer() + "/keys"));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Map<String, String> jwk = Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY,
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()));
        send(exchange, Map.of("keys", List.of(jwk)));
    }

    /** Without the byte that holds nothing but the sign. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private static void send(HttpExchange exchange, Map<String, ?> content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
