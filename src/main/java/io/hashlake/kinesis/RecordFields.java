package io.hashlake.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.ValueReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Values of a record's JSON object, each by the name of its column. A value of another type is an error that names the column. */
final class RecordFields implements ValueReader {

    private final JsonNode row;
    private String name;

    RecordFields(JsonNode row) {
        this.row = row;
    }

    /** Chooses the column that is read next. */
    RecordFields at(String column) {
        name = column;
        return this;
    }

    @Override
    public Long id() {
        return value(RecordFields::isWhole, "whole number", JsonNode::longValue);
    }

    /** @throws IllegalArgumentException if there is none */
    <T> T required(Function<ValueReader, T> read) {
        T value = read.apply(this);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    @Override
    public Long count() {
        Long count = id();
        return count == null ? Long.valueOf(Metrics.UNKNOWN) : count;
    }

    @Override
    public Boolean flag() {
        return value(JsonNode::isBoolean, "truth value", JsonNode::booleanValue);
    }

    boolean isSet() {
        return Boolean.TRUE.equals(flag());
    }

    @Override
    public Double real() {
        return value(JsonNode::isNumber, "number", JsonNode::doubleValue);
    }

    @Override
    public Instant timestamp() {
        Long micros = id();
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public String text() {
        return value(JsonNode::isTextual, "text", node -> StorableText.of(node.textValue()));
    }

    @Override
    public List<Long> ids() {
        return list(RecordFields::isWhole, "whole numbers", JsonNode::longValue);
    }

    @Override
    public List<String> texts() {
        return list(JsonNode::isTextual, "texts", node -> StorableText.of(node.textValue()));
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private <T> T value(Predicate<JsonNode> is, String type, Function<JsonNode, T> read) {
        JsonNode node = row.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!is.test(node)) {
            throw new IllegalArgumentException(name + " is no " + type);
        }
        return read.apply(node);
    }

    private <T> List<T> list(Predicate<JsonNode> is, String types, Function<JsonNode, T> read) {
        JsonNode array = row.path(name);
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        if (!array.isArray()) {
            throw new IllegalArgumentException(name + " is no list");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode node : array) {
            if (!is.test(node)) {
                throw new IllegalArgumentException(name + " has other elements than " + types);
            }
            values.add(read.apply(node));
        }
        return values;
    }
}
