package io.hashlake.example.rss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An item of an RSS 2.0 file. */
record RssItem(String guid, String title, Instant publishedAt) {

    /** Returns the file's items in the order of their times. */
    static List<RssItem> in(Path file) throws IOException {
        try {
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList elements = xml.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("item");
            List<RssItem> items = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                items.add(of((Element) elements.item(i)));
            }
            items.sort(Comparator.comparing(RssItem::publishedAt));
            return items;
        } catch (SAXException | ParserConfigurationException | DateTimeException e) {
            throw new IOException(file + " is no RSS: " + e.getMessage(), e);
        }
    }

    private static RssItem of(Element item) {
        Instant publishedAt = ZonedDateTime.parse(text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        return new RssItem(text(item, "guid"), text(item, "title"), publishedAt);
    }

    private static String text(Element item, String name) {
        return item.getElementsByTagName(name).item(0).getTextContent();
    }

    /** The same for the same item, in every process. */
    long id() {
        return UUID.nameUUIDFromBytes(guid.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() & Long.MAX_VALUE;
    }
}
