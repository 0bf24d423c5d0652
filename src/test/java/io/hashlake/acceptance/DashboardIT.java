package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who opens the dashboard of a Hashlake that was started without any configuration. */
class DashboardIT {

    private static final Duration FIRST_CHARTS = Duration.ofMinutes(1);
    /** A question that took the warehouse long is asked again the later: each part of the page may be this old. */
    private static final Duration OLDEST_ANSWER = Duration.ofMinutes(1);

    @TempDir
    static Path directory;

    private static HashlakeProcess process;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        chromium = new Chromium(executable.get());
        PreparedWarehouse.copyToDataOf(directory);
        process = HashlakeProcess.start(directory, Map.of()).awaitUp();
    }

    private static boolean showsPosts(Page page) {
        return posts(page) > 0 && hasChart(page, "series") && hasChart(page, "trend");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (process != null) {
            process.close();
            assertThat(process.output()).as("browsers may go away at any time").doesNotContain("Broken pipe");
        }
    }

    private static Page open(int width, int height, String query) {
        Page page = chromium.open(width, height, "en-US");
        page.navigate(process.address() + "/" + query);
        return page;
    }

    @Test
    void showsWhatIsSaidWithAHashtagAsItIsSaid() {
        Page page = open(1440, 900, "");
        assertThat(page.locator("#status")).containsText("Live");
        await().atMost(FIRST_CHARTS).until(() -> showsPosts(page));
        choosesAHashtagAndSeesItsPostsGrow(page);
        changesLanguageAndTheme(page);
        readsNumbersInATable(page);
        comesBackToTheSameSelection(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void choosesAHashtagAndSeesItsPostsGrow(Page page) {
        long all = posts(page);
        page.locator(".chip", new Page.LocatorOptions().setHasText("#climate"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("hashtags=climate&period=1h$"));
        await().atMost(OLDEST_ANSWER).until(() -> posts(page) > 0 && posts(page) < all);
        long before = posts(page);
        String chart = picture(page);
        await().atMost(OLDEST_ANSWER).until(() -> posts(page) > before);
        await().atMost(OLDEST_ANSWER).until(() -> !picture(page).equals(chart));
        assertThat(page.locator("#hashtags button[aria-pressed=true]")).hasCount(1);
        assertThat(page.locator("#announcer")).containsText("#climate, 1 hour");
        assertThat(page.locator("#co-occurring li").first()).isVisible();
    }

    private static void changesLanguageAndTheme(Page page) {
        page.locator("#language").click();
        assertThat(page.locator("#series-title")).hasText("Posts ao longo do tempo");
        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");
        String light = background(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tema escuro"))
                .click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(background(page)).isNotEqualTo(light);
        page.reload();
        assertThat(page.locator("#status")).containsText("Ao vivo");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.locator("#language").click();
        page.locator("#theme").click();
        assertThat(page.locator("#series-title")).hasText("Posts over time");
    }

    private static void readsNumbersInATable(Page page) {
        page.locator("#series-tools").getByText("Table").click();
        Locator rows = page.locator(".panel.series tbody tr");
        assertThat(rows).hasCount(60);
        assertThat(page.locator("#series")).isHidden();
        page.locator("#series-tools").getByText("Bars").click();
        assertThat(page.locator("#series")).isVisible();
        assertThat(page.locator("#series").getAttribute("aria-label")).startsWith("Posts over time: ");
    }

    private static void comesBackToTheSameSelection(Page page) {
        page.locator("#period button[data-name='24h']").click();
        assertThat(page).hasURL(Pattern.compile("period=24h$"));
        page.goBack();
        assertThat(page.locator("#period button[aria-pressed=true]")).hasText("1 hour");
        page.locator("#hashtag").fill("covid-19");
        page.locator("#hashtag").press("Enter");
        assertThat(page.locator("#hashtag:invalid")).hasValue("covid-19");
        page.locator("#hashtag").fill("#Covid19");
        page.locator("#hashtag").press("Enter");
        assertThat(page).hasURL(Pattern.compile("hashtags=climate,covid19&period=1h$"));
        assertThat(page.locator(".chip[aria-pressed=true]")).hasCount(2);
    }

    @Test
    void canBeUsedByEverybody() {
        for (String theme : List.of("light", "dark")) {
            for (int width : new int[] {1440, 390}) {
                Page page = open(width, 850, "?hashtags=climate&period=1h");
                page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
                await().atMost(FIRST_CHARTS).until(() -> posts(page) > 0);
                List<Rule> violations = new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .toList();
                assertThat(violations).as(theme + " at " + width).isEmpty();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                page.context().close();
            }
        }
    }

    @Test
    void isReachedWithTheKeyboardAlone() {
        Page page = open(1440, 900, "");
        await().atMost(FIRST_CHARTS).until(() -> posts(page) > 0);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        Locator chip = page.locator(".chip").nth(1);
        for (int i = 0; i < 20 && !(boolean) chip.evaluate("chip => chip === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        assertThat(chip).hasAttribute("aria-pressed", "true");
        assertThat(chip).isFocused();
        page.context().close();
    }

    @Test
    void linksEachPanelToItsNumbersForExcel() throws IOException {
        Page page = open(1440, 900, "?hashtags=climate,covid19&period=24h");
        await().atMost(FIRST_CHARTS).until(() -> posts(page) > 0);
        Map<String, String> headers = Map.of(
                "series", "hashtag,start,totals.posts",
                "sentiment", "posts,negative,neutral,positive",
                "trend", "hashtag,start,totals.posts",
                "posts", "id,createdAt,authorId",
                "hashtags", "hashtag,text,totals.posts",
                "authors", "userId,username,name",
                "languages", "language,totals.posts",
                "co-occurring", "hashtag,text,posts",
                "sources", "source,",
                "gaps", "id,source,from,to");
        assertThat(page.locator("a.csv")).hasCount(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            assertThat(followed(page, header.getKey())).as(header.getKey()).startsWith("\uFEFF" + header.getValue());
        }
        assertThat(followed(page, "hashtags").lines().skip(1).map(line -> line.replaceFirst(",.*", "")))
                .containsExactlyInAnyOrder("climate", "covid19");
        page.context().close();
    }

    /** By the keyboard. A panel that holds nothing shows no link. */
    private static String followed(Page page, String name) throws IOException {
        Locator link = page.locator("a.csv[data-csv='" + name + "']");
        if (link.isHidden()) {
            return page.request()
                    .get(process.address() + "/" + link.getAttribute("href"))
                    .text();
        }
        link.focus();
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).isEqualTo("hashlake-" + name + ".csv");
        return Files.readString(download.path());
    }

    @Test
    void explainsHashtagsThatDifferInAccentsOnly() {
        Page page = open(1440, 900, "?hashtags=climate,saude,sa%C3%BAde&period=1h");
        assertThat(page.locator("#accents")).containsText("#saude, #saúde: X’s search ignores accents");
        // What comes with the first snapshot moves the chips.
        await().atMost(FIRST_CHARTS).until(() -> posts(page) > 0);
        page.locator(".chip[data-hashtag=saude]").click();
        assertThat(page.locator("#accents")).isHidden();
        page.context().close();
    }

    private static long posts(Page page) {
        Locator value = page.locator(".tile.posts .value");
        return value.count() == 0 ? 0 : Long.parseLong(value.innerText().replaceAll("\\D", ""));
    }

    private static boolean hasChart(Page page, String id) {
        return Chromium.hasDrawn(page, "#" + id);
    }

    private static String picture(Page page) {
        return (String) page.evaluate("document.querySelector('#series canvas').toDataURL()");
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
