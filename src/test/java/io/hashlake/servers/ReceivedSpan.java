package io.hashlake.servers;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as OTLP carries it.
 *
 * @param parent its parent's id; empty where it has none
 * @param attributes numbers as texts
 */
public record ReceivedSpan(String trace, String id, String parent, String name, Map<String, String> attributes) {

    /** Of a request {@code ExportTraceServiceRequest}: resources, scopes, spans. */
    static List<ReceivedSpan> of(byte[] request) {
        return ProtoMessage.of(request)
                .messages(1)
                .flatMap(resource -> resource.messages(2))
                .flatMap(scope -> scope.messages(2))
                .map(ReceivedSpan::of)
                .toList();
    }

    private static ReceivedSpan of(ProtoMessage span) {
        Map<String, String> attributes = new HashMap<>();
        span.messages(9).forEach(attribute -> attributes.put(attribute.text(1), value(attribute)));
        return new ReceivedSpan(hex(span, 1), hex(span, 2), hex(span, 4), span.text(5), attributes);
    }

    /** A text, or else a number. */
    private static String value(ProtoMessage attribute) {
        ProtoMessage value = attribute.messages(2).findFirst().orElseThrow();
        return value.numbers(3).mapToObj(Long::toString).findFirst().orElseGet(() -> value.text(1));
    }

    private static String hex(ProtoMessage message, int field) {
        return message.bytes(field).map(HexFormat.of()::formatHex).findFirst().orElse("");
    }
}
