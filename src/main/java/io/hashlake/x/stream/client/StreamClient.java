package io.hashlake.x.stream.client;

import io.hashlake.x.client.ApiCaller;
import io.hashlake.x.client.ApiEndpoint;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.Call;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** X's streams and rules, over HTTP. Threads may share it. */
public final class StreamClient implements StreamApi {

    /** With these X says of each rule why it did not take it. */
    private static final Set<Integer> RULE_ANSWERS = Set.of(200, 201, 400, 422);

    private static final int MAX_PAGES = 100;

    private final BearerToken token;
    private final int maxLineBytes;
    private final ApiCaller caller;
    private final RuleJson json = new RuleJson();

    /**
     * @param silence after which a stream is given up; X sends a heartbeat every 20 s
     * @param maxLineBytes the longest line of a stream that is kept whole
     */
    public StreamClient(XSettings settings, Duration silence, int maxLineBytes, XTime time, ApiListener listener) {
        this.token = settings.token();
        this.maxLineBytes = maxLineBytes;
        this.caller = new ApiCaller(settings.forStreams(silence), time, listener);
    }

    @Override
    public RequestResult<StreamConnection> open(Stream stream) throws InterruptedException {
        ApiEndpoint endpoint = stream == Stream.FILTERED ? ApiEndpoint.SEARCH_STREAM : ApiEndpoint.SAMPLE_STREAM;
        return caller.ask(
                Call.opening(endpoint, (reply, limit) -> new HttpStreamConnection(reply, maxLineBytes, token::redact)));
    }

    @Override
    public RequestResult<List<Rule>> rules() throws InterruptedException {
        List<Rule> rules = new ArrayList<>();
        Map<String, String> parameters = Map.of();
        Set<String> tokens = new HashSet<>();
        while (tokens.size() < MAX_PAGES) {
            RequestResult<RuleJson.RulePage> verdict =
                    caller.ask(Call.of(ApiEndpoint.RULES, parameters, false, json::page));
            if (!(verdict.answer() instanceof ApiResult.Ok<RuleJson.RulePage> ok)) {
                return verdict.failed();
            }
            rules.addAll(ok.value().rules());
            if (ok.value().nextToken().isEmpty()) {
                return RequestResult.ok(rules);
            }
            String token = ok.value().nextToken().get();
            if (!tokens.add(token)) {
                break;
            }
            parameters = Map.of("pagination_token", token);
        }
        return RequestResult.retry(RequestOutcome.BROKEN_BODY, "X's list of rules has no end");
    }

    @Override
    public RequestResult<RuleReply> add(List<Rule> rules) throws InterruptedException {
        return caller.ask(Call.sending(ApiEndpoint.RULES_CHANGE, json.adding(rules), RULE_ANSWERS, json::reply));
    }

    @Override
    public RequestResult<RuleReply> delete(List<String> ids) throws InterruptedException {
        return caller.ask(Call.sending(ApiEndpoint.RULES_CHANGE, json.deleting(ids), RULE_ANSWERS, json::reply));
    }

    @Override
    public RequestResult<Boolean> closeConnections() throws InterruptedException {
        return caller.ask(Call.of(ApiEndpoint.CONNECTIONS, Map.of(), false, body -> true));
    }
}
