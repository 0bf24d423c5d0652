package io.hashlake.mastodon;

import io.hashlake.tweet.StorableText;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A post's HTML as text.
 *
 * @param links addresses that the author wrote, whole
 */
record HtmlText(String text, List<String> links) {

    static HtmlText of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        List<String> links = document.select("a[href]:not(.mention):not(.hashtag)").stream()
                .map(link -> StorableText.of(link.attr("href")))
                .distinct()
                .toList();
        document.select("br").forEach(end -> end.replaceWith(new TextNode("\n")));
        document.select("p + p, p + ul, p + ol, p + blockquote, li + li").forEach(HtmlText::beginAnew);
        return new HtmlText(StorableText.of(document.body().wholeText().strip()), links);
    }

    private static void beginAnew(Element block) {
        block.prependText(block.tagName().equals("li") ? "\n" : "\n\n");
    }
}
