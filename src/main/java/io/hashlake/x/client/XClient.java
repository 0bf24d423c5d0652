package io.hashlake.x.client;

import io.hashlake.core.Payload;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks X. It keeps X's limits (an endpoint that has no request left is not asked before its reset), asks in the other
 * vocabulary if the server refuses the names of this one, and never throws for what X does. Threads may share it; one is
 * enough for a process.
 */
public final class XClient implements SearchApi, CountsApi {

    private final XTime time;
    private final ApiCaller caller;
    private final boolean keepsPayloads;
    private final PageParser pages = new PageParser();
    private final StatisticsParser statistics = new StatisticsParser();

    /** Uses an X time of its own, shared with no other client. */
    public XClient(XSettings settings, Clock clock, ApiListener listener) {
        this(settings, new XTime(clock), listener);
    }

    /** @param time is told what X says of it */
    public XClient(XSettings settings, XTime time, ApiListener listener) {
        this(settings, false, time, listener);
    }

    /**
     * @param keepsPayloads whether what was received is handed on with what was made of it; it takes memory until every sink
     *     has committed
     * @param time is told what X says of it
     */
    public XClient(XSettings settings, boolean keepsPayloads, XTime time, ApiListener listener) {
        this.time = time;
        this.keepsPayloads = keepsPayloads;
        this.caller = new ApiCaller(settings, time, listener);
    }

    @Override
    public void learnTime() throws InterruptedException {
        if (!time.isHeard()) {
            usage();
        }
    }

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) throws InterruptedException {
        Map<String, String> parameters =
                parameters(request.query(), request.sinceId(), request.untilId(), request.nextToken());
        parameters.put("max_results", Integer.toString(request.maxResults()));
        return caller.answer(
                Call.of(request.scope().endpoint(), parameters, true, body -> page(body, request.origin())));
    }

    private SearchPage page(byte[] body, String origin) throws MalformedPageException {
        Instant received = time.machine();
        SearchPage page = pages.parse(body, origin, received);
        return keepsPayloads ? page.withPayload(new Payload(received, body)) : page;
    }

    @Override
    public ApiResult<PostCounts> counts(CountsRequest request) throws InterruptedException {
        Map<String, String> parameters =
                parameters(request.query(), request.sinceId(), request.untilId(), request.nextToken());
        parameters.put("granularity", request.granularity().name().toLowerCase(Locale.ROOT));
        return caller.answer(Call.of(ApiEndpoint.COUNTS_RECENT, parameters, false, statistics::counts));
    }

    /** Returns the project's usage of its monthly cap. */
    public ApiResult<Usage> usage() throws InterruptedException {
        Map<String, String> parameters =
                Map.of("usage.fields", "cap_reset_day,daily_project_usage,project_cap,project_id,project_usage");
        return caller.answer(Call.of(ApiEndpoint.USAGE, parameters, false, statistics::usage));
    }

    private static Map<String, String> parameters(String query, long sinceId, long untilId, String nextToken) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("query", query);
        if (sinceId > 0) {
            parameters.put("since_id", Long.toString(sinceId));
        }
        if (untilId > 0) {
            parameters.put("until_id", Long.toString(untilId));
        }
        if (nextToken != null) {
            parameters.put("next_token", nextToken);
        }
        return parameters;
    }
}
