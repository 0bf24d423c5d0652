package io.hashlake.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The machine's own Chromium; none is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Path PROPERTY = Path.of(System.getProperty("hashlake.chromium", "/usr/bin/chromium"));

    /** Milliseconds that an assertion may take to come true. */
    private static final int MAX_WAIT = 60_000;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    Chromium(Path executable) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        PlaywrightAssertions.setDefaultAssertionTimeout(MAX_WAIT);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Where the property {@code hashlake.chromium} says, or where distributions put it. */
    static Optional<Path> find() {
        return Stream.of(PROPERTY, Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page in a window of this size, whose complaints are kept. */
    Page open(int width, int height, String locale) {
        return open(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setColorScheme(ColorScheme.LIGHT));
    }

    /** A page whose complaints are kept. */
    Page open(Browser.NewContextOptions options) {
        Page page = browser.newContext(options).newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().matches("https?://127\\.0\\.0\\.1:.*")
                    && !request.url().startsWith("data:")) {
                complaints.add("asked another host: " + request.url());
            }
        });
        return page;
    }

    /** Whether something is drawn in the chart of an element. */
    static boolean hasDrawn(Page page, String selector) {
        return (boolean) page.evaluate("""
                selector => {
                  const canvas = document.querySelector(`${selector} canvas`);
                  return canvas !== null && canvas.getContext('2d')
                    .getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0);
                }
                """, selector);
    }

    /** Errors, warnings and requests to other hosts, of all pages. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
