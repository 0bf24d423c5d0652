package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard where two hours have been followed, so that its charts are full and the last hour can be compared with the one before.
 * With {@code -Dhashlake.update-docs=true} what it looks like becomes the picture in the README.
 */
class DashboardPictureIT {

    private static final Duration HISTORY = Duration.ofMinutes(130);
    private static final Duration UNTIL_READ = Duration.ofMinutes(3);
    private static final int LARGEST_PICTURE = 400_000;

    @TempDir
    Path directory;

    @Test
    void isThePictureInTheReadme() throws Exception {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        PreparedWarehouse.copyToDataOf(directory);
        try (Simulator simulator = Simulator.start(world(), Clock.systemUTC(), 0);
                HashlakeProcess process = HashlakeProcess.start(directory, following(simulator));
                Chromium chromium = new Chromium(executable.get())) {
            process.awaitUp();
            Page page = chromium.open(1440, 1180, "en-US");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.navigate(process.address() + "/?hashtags=climate,covid19,sa%C3%BAde&period=1h");
            await().atMost(UNTIL_READ).until(() -> isFull(page));
            assertThat(Chromium.hasDrawn(page, "#series")).isTrue();
            assertThat(Chromium.hasDrawn(page, "#trend")).isTrue();
            take(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static boolean isFull(Page page) {
        return page.locator(".tile.posts .aside").innerText().matches("[▲▼=] \\d+%[\\s\\S]*")
                && page.locator("#posts .post").count() == 6;
    }

    private static void take(Page page) throws IOException {
        boolean isPublished = Boolean.getBoolean("hashlake.update-docs");
        Path picture = Path.of(isPublished ? "docs/images/dashboard.png" : "target/dashboard.png");
        Files.createDirectories(picture.toAbsolutePath().getParent());
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(Files.size(picture)).isBetween(50_000L, (long) LARGEST_PICTURE);
    }

    private static SimulatorSettings world() {
        return TestSimulator.settings()
                .withHistory(HISTORY)
                .withPostsPerSecond(4)
                .withRateLimits(RateLimits.NONE);
    }

    private static Map<String, String> following(Simulator simulator) {
        return Map.of(
                "hashlake.x.bearer-token",
                "test",
                "hashlake.x.base-url",
                simulator.baseUri().toString(),
                "hashlake.search.delay",
                "2s",
                "hashlake.search.look-back",
                HISTORY.toMinutes() + "m");
    }
}
