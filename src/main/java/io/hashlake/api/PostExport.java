package io.hashlake.api;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.api.response.ResponseDeadline;
import io.hashlake.api.response.Writing;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Limits;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Many posts in one response, read from the warehouse page by page while they are sent. Whoever does not take them is cut off:
 * others wait for the slot.
 */
public final class PostExport {

    private static final int PAGE = Limits.MAX_ROWS;

    private final Analytics analytics;
    private final int concurrency;
    private final ResponseDeadline patience;
    private final Semaphore slots;

    /**
     * @param concurrency how many may be sent at once
     * @param patience how long a client may take for a page
     */
    public PostExport(Analytics analytics, int concurrency, Duration patience) {
        this.analytics = analytics;
        this.concurrency = concurrency;
        this.patience = new ResponseDeadline(patience);
        this.slots = new Semaphore(concurrency);
    }

    /** @param cutOff takes the connection from the client */
    Response response(PostFilter filter, int limit, Encoding encoding, Runnable cutOff) {
        Format format = encoding.format();
        StreamingOutput body = target -> write(target, encoding, new Pages(filter, limit), cutOff);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"posts." + format.id() + '"')
                .build();
    }

    /** Writes the export. A failure before the first page is told as a problem, because nothing has been sent by then. */
    private void write(OutputStream target, Encoding encoding, Pages pages, Runnable cutOff) throws IOException {
        if (!slots.tryAcquire()) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .because(concurrency + " exports are running, which is as many as may at once")
                    .thrown();
        }
        try {
            pages.next();
            Writing.RowWriter writer = Writing.to(target, PostView.class, encoding);
            pages.write(page -> patience.write(() -> writer.write(page), "An export", cutOff));
        } finally {
            slots.release();
        }
    }

    private final class Pages {

        private final int limit;
        private PostFilter filter;
        private List<PostView> page;
        private int written;

        Pages(PostFilter filter, int limit) {
            this.filter = filter;
            this.limit = limit;
        }

        void next() throws IOException {
            page = analytics.posts(filter, Math.min(PAGE, limit - written));
        }

        void write(Writing.RowWriter target) throws IOException {
            target.write(page);
            written += page.size();
            while (page.size() == PAGE && written < limit) {
                filter = filter.after(page.get(PAGE - 1));
                next();
                target.write(page);
                written += page.size();
            }
        }
    }
}
