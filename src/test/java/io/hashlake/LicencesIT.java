package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whatever the application ships may be used by everybody for everything: one licence of each library is on the list. */
class LicencesIT {

    private static final Path SHIPPED = Path.of("target", "quarkus-app", "quarkus-app-dependencies.txt");
    private static final Path REPOSITORY = Path.of(
            System.getProperty("hashlake.maven-repository", System.getProperty("user.home") + "/.m2/repository"));

    private static final Pattern ALLOWED =
            Pattern.compile("(?i)(the )?apache\\b.*\\b2(\\.0)?|(the )?mit( license|-0)?|0bsd|bsd.[23].clause( license)?"
                    + "|(epl|eclipse public license|edl|eclipse distribution license)\\b.*|public domain\\b.*");

    @Test
    void everyLibraryThatIsShippedHasALicenceThatIsAllowed() throws Exception {
        Map<String, List<String>> refused = new TreeMap<>();
        List<String> shipped = Files.readAllLines(SHIPPED);
        for (String library : shipped) {
            String[] parts = library.split(":");
            List<String> licences = licences(pom(parts[0], parts[1], parts[parts.length - 1]));
            if (licences.stream().noneMatch(licence -> ALLOWED.matcher(licence).matches())) {
                refused.put(library, licences);
            }
        }
        assertThat(shipped).hasSizeGreaterThan(100);
        assertThat(refused).isEmpty();
    }

    /** Returns those of its parent where it names none. */
    private static List<String> licences(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        List<String> names = new ArrayList<>();
        for (Element licences : children(project, "licenses")) {
            for (Element licence : children(licences, "license")) {
                names.add(text(licence, "name"));
            }
        }
        List<Element> parents = children(project, "parent");
        if (!names.isEmpty() || parents.isEmpty()) {
            return names;
        }
        Element parent = parents.get(0);
        return licences(pom(text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version")));
    }

    private static Path pom(String group, String artifact, String version) {
        Path pom = REPOSITORY
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        assertThat(pom).exists();
        return pom;
    }

    private static String text(Element element, String name) {
        return children(element, name).get(0).getTextContent().strip();
    }

    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && found.getTagName().equals(name)) {
                children.add(found);
            }
        }
        return children;
    }
}
