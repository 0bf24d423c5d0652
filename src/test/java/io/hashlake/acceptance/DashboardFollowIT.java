package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.hashlake.ServerTest;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hashtag that is added to the page is followed by whoever has the token. */
@ServerTest
class DashboardFollowIT {

    private static final String TOKEN = "a-token-of-the-tests";

    @TempDir
    Path directory;

    @Test
    void whatIsShownAndNotFollowedIsFollowedWithTheToken() throws Exception {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        SimulatorSettings settings = TestSimulator.settings().withHashtags(List.of("rust", "java"));
        Map<String, String> properties = Map.of("hashlake.api.token", TOKEN, "hashlake.reload.every", "1s");
        try (Workspace workspace = new Workspace(directory, settings);
                HashlakeProcess process = workspace.start(properties).awaitUp();
                Chromium chromium = new Chromium(executable.get())) {
            Page page = chromium.open(1440, 900, "en-US");
            page.navigate(process.address() + "/?hashtags=rust");
            page.waitForSelector("#status[data-state=live]");
            assertThat(page.locator("#follow")).isHidden();
            page.fill("#hashtag", "go");
            page.press("#hashtag", "Enter");
            assertThat(page.locator("#follow-text")).hasText("#go is not followed.");
            page.fill("#token", TOKEN);
            page.click("#follow button");
            assertThat(page.locator("#follow")).isHidden();
            assertThat(Files.readString(directory.resolve("routes/hashtags/go.yaml")))
                    .contains("value: \"go\"");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
