package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hashlake.live.MadeUpPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the page writes what a snapshot has. */
class DashboardPageIT {

    private static Chromium chromium;
    private static MadeUpPage dashboard;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        chromium = new Chromium(executable.get());
        dashboard = new MadeUpPage();
        page = chromium.open(1440, 900, "en-US");
        page.navigate(dashboard.address());
        dashboard.sendSnapshots(1);
        page.waitForSelector("#status[data-state=live]");
    }

    @AfterAll
    static void close() {
        if (dashboard != null) {
            assertThat(chromium.complaints()).isEmpty();
            dashboard.close();
            chromium.close();
        }
    }

    @Test
    void undoesTheEscapesOfAPostOnceAndNeverMakesMarkupOfIt() {
        Locator texts = page.locator("#posts .text");
        assertThat(texts.nth(2)).hasText("Compared <last year> with R&D, written &lt;b&gt; &quot;so&quot;");
        assertThat(texts.nth(1)).containsText("<script>document.title='broken'</script>");
        assertThat(page.locator("#posts .text *")).hasCount(0);
        assertThat(page).hasTitle("Hashlake");
    }

    @Test
    void comparesTilesWithTheTimeBefore() {
        for (String tile : List.of("posts", "authors", "reach")) {
            Locator aside = page.locator(".tile." + tile + " .aside");
            assertThat(aside.locator("[aria-hidden]")).hasText(Pattern.compile("[▲▼] \\d+%|= 0%"));
            assertThat(aside).hasAttribute("title", Pattern.compile(".* the same time before \\(.* – .*\\)"));
        }
        assertThat(page.locator(".tile.engagement .aside")).hasText("");
        assertThat(page.locator(".tile.sentiment .note"))
                .hasText(Pattern.compile("from −1 to 1, before [+-]0\\.\\d\\d"));
    }

    @Test
    void saysOfASourceThatItWaitsForXsRateLimit() {
        assertThat(page.locator("#troubles li")).hasCount(1);
        assertThat(page.locator("#troubles li"))
                .hasText("climate" + "not reading" + "waiting until 2026-03-04T15:30:00Z: rate limit");
    }

    @Test
    void tellsHowManyPostsWereRemovedAndHowOldTheOldestOpenJobIs() {
        assertThat(page.locator("#removals dt")).hasText("Removed for good");
        assertThat(page.locator("#removals dd")).hasText("1,234 posts · oldest open compliance job: 3 hr");
    }

    @Test
    void saysThatThePeriodOfItsAddressIsUnknownUntilOneIsChosen() {
        Page other = page.context().newPage();
        other.navigate(dashboard.address() + "?period=2h");
        assertThat(other.locator("#unknown-period")).hasText("There is no period 2h; 1 hour is shown.");
        other.locator("#period button").nth(1).click();
        assertThat(other.locator("#unknown-period")).isHidden();
        other.close();
    }

    /** On a telephone the longest numbers leave the chart beside them little room. */
    @Test
    void theSmallChartOfTheTilePerMinuteCoversNeitherItsNumberNorItsNote() {
        page.setViewportSize(390, 850);
        assertThat((boolean) page.evaluate("""
                () => {
                  const box = part => document.querySelector(`.tile.perMinute ${part}`).getBoundingClientRect();
                  document.querySelector('.tile.perMinute .value').textContent = '123,456.7';
                  return box('.spark').left >= box('.value').right && box('.spark').bottom <= box('.note').top;
                }
                """)).isTrue();
        page.setViewportSize(1440, 900);
    }

    @Test
    void hasWordsForEveryDifference() {
        assertThat(change("{posts: 112}", "{posts: 100}")).isEqualTo("▲ 12%");
        assertThat(change("{posts: 97}", "{posts: 100}")).isEqualTo("▼ 3%");
        assertThat(change("{posts: 1000}", "{posts: 1001}")).isEqualTo("= 0%");
        assertThat(change("{posts: 5}", "{posts: 0}")).isEqualTo("no posts before");
        assertThat(change("{posts: 5}", "null")).isEqualTo("–");
    }

    private static Object change(String totals, String before) {
        return page.evaluate("""
                async () => (await import('/dashboard/panels/change.js'))
                  .change(%s, {from: '2026-03-04T13:00:00Z', to: '2026-03-04T14:00:00Z', totals: %s}, 'posts').seen
                """.formatted(totals, before));
    }

    @Test
    void saysTheMeanSentimentInWords() {
        Locator word = page.locator(".tile.sentiment .aside [aria-hidden]");
        assertThat(word).hasText(Pattern.compile("neutral|(slightly )?(positive|negative)"));
        page.locator("#language").click();
        assertThat(word).hasText(Pattern.compile("neutro|(levemente )?(positivo|negativo)"));
        page.locator("#language").click();
        assertThat(page.evaluate("""
                async () => [-0.6, -0.2, -0.05, 0.044, 0.046, 0.3]
                  .map((await import('/dashboard/degree.js')).degree)
                """))
                .isEqualTo(List.of(
                        "very.negative", "negative", "slightly.negative", "neutral", "slightly.positive", "positive"));
        assertThat(page.locator("#sentiment"))
                .hasAttribute("aria-label", Pattern.compile("[\\d,]+ negative, [\\d,]+ neutral, [\\d,]+ positive\\."));
        assertThat(page.locator("#sentiment > *")).hasCount(3);
    }

    @Test
    void namesRoundTimesOfTheReportingZoneOnAxes() {
        assertThat(ticks("1h", "2026-03-04T14:17:00Z", 60, 60, 800))
                .containsExactly(
                        "11:20", "11:25", "11:30", "11:35", "11:40", "11:45", "11:50", "11:55", "12:00", "12:05",
                        "12:10", "12:15");
        assertThat(ticks("1h", "2026-03-04T14:17:00Z", 60, 60, 300))
                .containsExactly("11:30", "11:45", "12:00", "12:15");
        assertThat(ticks("24h", "2026-03-03T16:00:00Z", 3_600, 24, 600))
                .containsExactly("15:00", "18:00", "21:00", "00:00", "03:00", "06:00", "09:00", "12:00");
        assertThat(ticks("7d", "2026-02-25T16:00:00Z", 3_600, 168, 600))
                .containsExactly("26 Thu", "27 Fri", "28 Sat", "1 Sun", "2 Mon", "3 Tue", "4 Wed");
        assertThat(ticks("30d", "2026-02-03T03:00:00Z", 86_400, 30, 600))
                .containsExactly("Feb 9", "Feb 16", "Feb 23", "Mar 2");
    }

    @SuppressWarnings("unchecked")
    private static List<String> ticks(String period, String first, int seconds, int steps, int width) {
        return (List<String>) page.evaluate("""
                async ([period, first, seconds, steps, width]) => {
                  const { ticks } = await import('/dashboard/ticks.js');
                  const { tick } = await import('/dashboard/format.js');
                  const starts = Array.from({ length: steps }, (_, index) =>
                    new Date(Date.parse(first) + index * seconds * 1000).toISOString());
                  const isNamed = ticks(starts, period, width);
                  return starts.filter((_, index) => isNamed(index)).map(start => tick(start, period));
                }
                """, List.of(period, first, seconds, steps, width));
    }

    @Test
    void aPanelThatHoldsNothingIsALine() {
        Locator panel = page.locator(".panel.co-occurring");
        assertThat(panel).hasAttribute("data-empty", "true");
        assertThat(panel).containsText("Choose a hashtag to see them.");
        assertThat(panel.boundingBox().height).isLessThan(60);
        assertThat(panel.locator("a.csv")).isHidden();
    }

    @Test
    void postsAndSentimentLeadAndTopPostsFollow() {
        assertThat(page.locator(".panel h2").allInnerTexts())
                .startsWith("Posts over time", "Sentiment", "Sentiment over time", "Top posts");
    }
}
