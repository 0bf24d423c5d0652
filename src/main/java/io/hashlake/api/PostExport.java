package io.hashlake.api;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Many posts in one response, read from the warehouse page by page while they are sent. */
public final class PostExport {

    private static final int USUAL = 100_000;
    private static final int MOST = 1_000_000;
    private static final int PAGE = Limits.MOST_ROWS;
    private static final int CONCURRENCY = 4;
    private static final List<Format> FORMATS = List.of(Format.NDJSON, Format.CSV);

    private final Analytics analytics;
    private final Semaphore slots = new Semaphore(CONCURRENCY);

    public PostExport(Analytics analytics) {
        this.analytics = analytics;
    }

    /** The first page is read before anything is sent, so that an outage is told as one. */
    Response response(Parameters parameters, HttpHeaders headers) throws IOException {
        Format format = Responder.format(parameters, headers, FORMATS);
        PostFilter filter = PostQuery.filter(parameters);
        int limit = parameters.limit(USUAL, MOST);
        parameters.done();
        if (slots.availablePermits() == 0) {
            throw busy();
        }
        List<PostView> first = analytics.posts(filter, Math.min(limit, PAGE));
        StreamingOutput body = target -> write(target, format, new Pages(filter, limit, first));
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"posts." + format.id() + '"')
                .build();
    }

    private void write(OutputStream target, Format format, Pages pages) throws IOException {
        if (!slots.tryAcquire()) {
            throw busy();
        }
        try {
            pages.write(Writing.to(target, PostView.class, format));
        } finally {
            slots.release();
        }
    }

    private static ProblemException busy() {
        return ProblemType.TOO_MANY_REQUESTS
                .because(CONCURRENCY + " exports are running, which is as many as may at once")
                .thrown();
    }

    private final class Pages {

        private final int limit;
        private PostFilter filter;
        private List<PostView> page;
        private int written;

        Pages(PostFilter filter, int limit, List<PostView> first) {
            this.filter = filter;
            this.limit = limit;
            this.page = first;
        }

        void write(Writing.RowWriter target) throws IOException {
            target.write(page);
            written += page.size();
            while (page.size() == PAGE && written < limit) {
                filter = PostQuery.after(filter, page.get(PAGE - 1));
                page = analytics.posts(filter, Math.min(PAGE, limit - written));
                target.write(page);
                written += page.size();
            }
        }
    }
}
