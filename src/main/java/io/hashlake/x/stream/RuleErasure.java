package io.hashlake.x.stream;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Clearable;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.StreamApi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Deletes the rules that this deployment has at X; those of other applications stay. */
public final class RuleErasure implements Clearable {

    private final StreamApi api;
    private final String prefix;

    public RuleErasure(StreamApi api, StreamConfig config) {
        this.api = api;
        this.prefix = config.tagPrefix() + ":";
    }

    @Override
    public String store() {
        return "rules at X";
    }

    @Override
    public String contents() throws IOException {
        int rules = own().size();
        return new Quantity(rules, "rule").orEmpty();
    }

    @Override
    public void eraseAll() throws IOException {
        List<String> ids = own();
        if (!ids.isEmpty()) {
            value(() -> api.delete(ids));
        }
    }

    private List<String> own() throws IOException {
        return value(api::rules).stream()
                .filter(rule -> rule.tag().startsWith(prefix))
                .map(Rule::id)
                .toList();
    }

    /** Something asked of X. */
    @FunctionalInterface
    private interface Question<T> {
        RequestResult<T> ask() throws InterruptedException;
    }

    private static <T> T value(Question<T> question) throws IOException {
        try {
            ApiResult<T> result = question.ask().answer();
            if (result instanceof ApiResult.Ok<T> ok) {
                return ok.value();
            }
            throw new IOException("X does not answer about its rules: " + result.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for X");
        }
    }
}
