package io.hashlake.app.audit;

import io.hashlake.app.audit.AuditLog.Area;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.RuleReply;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamConnection;
import java.util.List;

/** Keeps account of the rules that this process adds to X's stream, or deletes. */
public final class AuditedRules implements StreamApi {

    private static final String BY = "this process";

    private final StreamApi api;
    private final AuditLog log;

    public AuditedRules(StreamApi api, AuditLog log) {
        this.api = api;
        this.log = log;
    }

    @Override
    public RequestResult<StreamConnection> open(Stream stream) throws InterruptedException {
        return api.open(stream);
    }

    @Override
    public RequestResult<List<Rule>> rules() throws InterruptedException {
        return api.rules();
    }

    @Override
    public RequestResult<RuleReply> add(List<Rule> rules) throws InterruptedException {
        RequestResult<RuleReply> result = api.add(rules);
        if (result.answer() instanceof ApiResult.Ok<RuleReply> ok) {
            ok.value().created().forEach(rule -> log.record(Area.RULE, "added", described(rule), BY));
            ok.value().refused().stream()
                    .filter(refusal -> refusal.duplicateOf().isEmpty())
                    .forEach(refusal -> log.record(Area.RULE, "refused", refusal.value(), "X: " + refusal.reason()));
        }
        return result;
    }

    @Override
    public RequestResult<RuleReply> delete(List<String> ids) throws InterruptedException {
        RequestResult<RuleReply> result = api.delete(ids);
        if (result.answer() instanceof ApiResult.Ok) {
            ids.forEach(id -> log.record(Area.RULE, "deleted", id, BY));
        }
        return result;
    }

    @Override
    public RequestResult<Boolean> closeConnections() throws InterruptedException {
        return api.closeConnections();
    }

    private static String described(Rule rule) {
        return rule.id() + " (" + rule.tag() + ") " + rule.value();
    }
}
