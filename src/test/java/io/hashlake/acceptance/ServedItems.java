package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's items as a process serves them, beside the table itself. */
record ServedItems(SinkServers servers, HashlakeProcess process) {

    /** The item that was written last has the count of all. */
    void requireEveryUserIsCounted() {
        Map<String, Long> items = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, AttributeValue> item : servers.dynamoDb().items(SinkServers.TABLE)) {
            String owner = item.get("user_id").s() + " in " + item.get("period").s();
            items.merge(owner, 1L, Long::sum);
            counts.merge(owner, Long.parseLong(item.get("user_posts").n()), Math::max);
        }
        assertThat(counts).isEqualTo(items);
    }

    void requireTheyAreServed() throws Exception {
        Map<String, AttributeValue> item =
                servers.dynamoDb().items(SinkServers.TABLE).get(0);
        String user = item.get("user_id").s();
        String hash = item.get("hash").s();

        assertThat(process.get("/api/v1/items/" + hash))
                .contains("\"postId\":\"" + item.get("post_id").s() + "\"", "\"userId\":\"" + user + "\"");
        assertThat(process.get("/api/v1/items?format=csv&last=7d&user=" + user))
                .startsWith("hash,postId,createdAt,")
                .contains(hash);
        assertThat(status("/api/v1/items/" + "0".repeat(64))).isEqualTo(404);
        assertThat(status("/api/v1/items/123")).isEqualTo(400);
        assertThat(status("/api/v1/items")).isEqualTo(400);
    }

    void requireAnOutageIsAProblem() throws Exception {
        HttpResponse<String> outage = HashlakeProcess.send(process.request("/api/v1/items/" + "0".repeat(64)));
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).contains("urn:hashlake:problem:dynamodb-unavailable");
    }

    private int status(String path) throws Exception {
        return HashlakeProcess.send(process.request(path)).statusCode();
    }
}
