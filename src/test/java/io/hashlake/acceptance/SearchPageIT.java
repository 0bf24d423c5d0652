package io.hashlake.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.hashlake.live.MadeUpPage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the page asks for posts by their texts, and shows what is found. */
class SearchPageIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> A&amp;B gols";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private MadeUpPage dashboard;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium here: name one with -Dhashlake.chromium=PATH");
        chromium = new Chromium(executable.get());
        dashboard = new MadeUpPage();
        page = chromium.open(390, 850, "en-US");
        page.route("**/api/v1/posts/search?**", this::answer);
        page.navigate(dashboard.address() + "/?hashtags=climate&period=7d");
        dashboard.sendSnapshots(1);
        page.waitForSelector("#status[data-state=live]");
    }

    @AfterEach
    void close() {
        if (dashboard != null) {
            dashboard.close();
            chromium.close();
        }
    }

    private void answer(Route route) {
        String query = URLDecoder.decode(route.request().url().replaceFirst(".*\\?", ""), StandardCharsets.UTF_8);
        asked.add(query);
        if (query.contains("text=broken")) {
            route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
            return;
        }
        boolean isSecond = query.contains("cursor=");
        String next = "</api/v1/posts/search?cursor=x&text=gols>; rel=\"next\"";
        route.fulfill(new Route.FulfillOptions()
                .setHeaders(
                        isSecond
                                ? Map.of("Hashlake-Searched", "index")
                                : Map.of("Hashlake-Searched", "index", "Link", next))
                .setContentType("application/json")
                .setBody(query.contains("text=nothing") ? "[]" : "[" + post(isSecond ? 1 : 2) + "]"));
    }

    private static String post(long id) {
        int gols = HOSTILE.indexOf("gols");
        int ampersand = HOSTILE.indexOf("A&amp;B");
        return """
            {"id":"%d","createdAt":"2026-03-04T15:00:00Z","authorId":"7","username":"ana","name":"<b>Ana</b>","verified":true,
            "text":"%s","language":"pt","sentiment":"positive","likes":1,"retweets":null,"replies":2,"quotes":0,
            "highlights":[{"start":%d,"end":%d},{"start":%d,"end":%d}],"foundBy":"index"}
            """.formatted(id, HOSTILE, ampersand, ampersand + 7, gols, gols + 4);
    }

    @Test
    void showsWhatIsFoundAsTextWithItsMatchesMarked() {
        search("gols");

        assertThat(page.locator("#found-posts .text")).hasText("<img src=x onerror=alert(1)> A&B gols");
        assertThat(page.locator("#found-posts mark")).hasText(new String[] {"A&B", "gols"});
        assertThat(page.locator("#found-posts .who")).hasText("<b>Ana</b>");
        assertThat(page.locator("#found-posts img")).hasCount(0);
        assertThat(page.locator("#search-state")).hasText("From the full-text index, the newest first");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void asksForTheSelectionAndTakesWhatStandsInQuotesForAPhrase() {
        search("\"boa vacina\" hoje");

        assertThat(page.locator("#found-posts .post")).hasCount(1);
        assertThat(asked).containsExactly("last=7d&limit=10&hashtag=climate&phrase=boa vacina&text=hoje");
    }

    @Test
    void bringsTheNextPageUntilThereIsNone() {
        search("gols");
        page.locator("#search-more").click();

        assertThat(page.locator("#found-posts .post")).hasCount(2);
        assertThat(page.locator("#search-more")).isHidden();
    }

    @Test
    void saysWhenNothingIsFoundAndWhenTheSearchFails() {
        search("nothing");
        assertThat(page.locator("#search-state")).hasText("No post of this period says that.");
        page.locator("#language").click();
        assertThat(page.locator("#search-state")).hasText("Nenhum post deste período diz isso.");
        page.locator("#language").click();
        search("broken");
        assertThat(page.locator("#search-state")).hasText("The search does not answer, try again later.");
        search(" ");
        assertThat(page.locator("#found")).isHidden();
    }

    @Test
    void fitsAPhoneAndCanBeUsedByEverybody() {
        search("gols");
        assertThat(page.locator("#found-posts .post")).hasCount(1);
        for (String theme : List.of("light", "dark")) {
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
            assertThat(new AxeBuilder(page)
                            .include(".search").analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .toList())
                    .as(theme)
                    .isEmpty();
        }
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private void search(String words) {
        page.locator("#words").fill(words);
        page.locator("#words").press("Enter");
    }
}
