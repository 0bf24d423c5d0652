package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.hashlake.live.MadeUpPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Somebody may leave the dashboard open for as long as they like. */
class PageMemoryIT {

    private static final int FIRST = 60;
    private static final int MORE = 240;

    /** Kept snapshots would take some 10 kB each; the browser's own caches and machine code grow by less than half of this. */
    private static final double HEAP_MARGIN = 1 << 20;

    private static final double NODE_MARGIN = 50;

    @Test
    void aPageThatIsToldMoreAndMoreTakesNoMoreMemory() throws IOException {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        try (Chromium chromium = new Chromium(executable.get());
                MadeUpPage dashboard = new MadeUpPage()) {
            Page page = chromium.open(1440, 900, "en-US");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.navigate(dashboard.address());
            CDPSession inspector = page.context().newCDPSession(page);
            inspector.send("Performance.enable");
            show(FIRST, dashboard, page);
            Map<String, Double> before = measure(inspector);
            show(MORE, dashboard, page);
            Map<String, Double> after = measure(inspector);
            assertThat(growth("JSHeapUsedSize", before, after)).isLessThan(HEAP_MARGIN);
            assertThat(growth("Nodes", before, after)).isLessThan(NODE_MARGIN);
            assertThat(growth("JSEventListeners", before, after)).isLessThan(NODE_MARGIN);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The problem comes last, so a page that says so has shown everything before it. */
    private static void show(int snapshots, MadeUpPage dashboard, Page page) throws IOException {
        dashboard.sendSnapshots(1);
        page.waitForSelector("#status[data-state=live]");
        dashboard.sendSnapshots(snapshots - 1);
        dashboard.sendProblem();
        page.waitForSelector("#status[data-state=internal]");
    }

    private static Map<String, Double> measure(CDPSession inspector) {
        inspector.send("HeapProfiler.collectGarbage");
        Map<String, Double> values = new TreeMap<>();
        for (JsonElement metric : inspector.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            values.put(one.get("name").getAsString(), one.get("value").getAsDouble());
        }
        return values;
    }

    private static double growth(String metric, Map<String, Double> before, Map<String, Double> after) {
        return after.get(metric) - before.get(metric);
    }
}
