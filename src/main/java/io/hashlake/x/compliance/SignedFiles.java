package io.hashlake.x.compliance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files behind signed addresses. They belong to another server, which must not see the token. */
final class SignedFiles {

    private final HttpClient client;
    private final Duration timeout;

    SignedFiles(Duration connect, Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(connect).build();
        this.timeout = timeout;
    }

    void put(URI address, byte[] content) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        require(client.send(request, BodyHandlers.discarding()), "take the ids");
    }

    List<String> lines(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).build();
        HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            require(response, "give the results");
            return lines.collect(Collectors.toList());
        }
    }

    /** A signed address is a secret, and is not told. */
    private static void require(HttpResponse<?> response, String what) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "the server of X's compliance files does not " + what + ": status " + response.statusCode());
        }
    }
}
