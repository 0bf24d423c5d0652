package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.hashlake.live.MadeUpPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Light or dark is the system's choice until somebody makes their own. */
class PageThemeIT {

    @Test
    void thePageFollowsTheSystemUntilSomebodyChooses() throws IOException {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        try (Chromium chromium = new Chromium(executable.get());
                MadeUpPage dashboard = new MadeUpPage()) {
            Page page = chromium.open(1440, 900, "en-US");
            system(ColorScheme.DARK, page);
            page.navigate(dashboard.address());
            dashboard.sendSnapshots(1);
            page.waitForSelector("#status[data-state=live]");
            assertTheme("dark", page);
            system(ColorScheme.LIGHT, page);
            assertTheme("light", page);
            page.locator("#theme").click();
            assertTheme("dark", page);
            system(ColorScheme.DARK, page);
            system(ColorScheme.LIGHT, page);
            page.reload();
            assertTheme("dark", page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void system(ColorScheme scheme, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void assertTheme(String theme, Page page) {
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(theme.equals("dark") ? "rgb(12, 20, 30)" : "rgb(244, 246, 249)");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo(theme);
    }
}
