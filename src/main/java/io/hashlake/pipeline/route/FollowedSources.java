package io.hashlake.pipeline.route;

import io.hashlake.core.Origins;
import io.hashlake.tweet.Hashtag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources that routes read from {@code x:}. Two of one name would move each other's cursor, and two spellings of one
 * hashtag would read each post twice for one partition.
 */
final class FollowedSources {

    private static final Pattern ADDRESS = Pattern.compile("x:(?:search|stream|sample)/([^?]+)(?:\\?.*)?");

    private final Map<String, Template> templates;
    private final Map<String, YamlNode> byName = new HashMap<>();
    private final Problems problems;

    FollowedSources(Map<String, Template> templates, Problems problems) {
        this.templates = templates;
        this.problems = problems;
    }

    void add(Definition definition) {
        if (definition.kind().equals(Definition.ROUTE)) {
            YamlNode from = definition.node().get("from");
            checkOptions(from);
            name(from.get("uri").text()).ifPresent(name -> addNamed(name, from));
        } else if (definition.kind().equals(Definition.TEMPLATED)) {
            addTemplated(definition.node());
        }
    }

    private void addNamed(String name, YamlNode from) {
        try {
            add(Origins.require(name), from);
        } catch (IllegalArgumentException e) {
            problems.add(from.get("uri"), e.getMessage());
        }
    }

    private void checkOption(YamlNode.Entry option) {
        String value = option.value().text();
        if (!value.contains("{{")) {
            OptionRules.problemOf(option.key(), value).ifPresent(problem -> problems.add(option.name(), problem));
        }
    }

    private void checkOptions(YamlNode from) {
        if (from.get("uri").text().startsWith("x:")) {
            from.get("parameters").entries().forEach(this::checkOption);
        }
    }

    private void addTemplated(YamlNode route) {
        Template template = templates.get(route.get("routeTemplateRef").text());
        if (template == null) {
            return;
        }
        Map<String, String> parameters = new HashMap<>();
        route.get("parameters")
                .items()
                .forEach(parameter -> parameters.put(
                        parameter.get("name").text(),
                        Hashtag.bare(parameter.get("value").text())));
        name(template.uri(parameters)).ifPresent(name -> add(name, hashtag(route)));
    }

    /** Its value where it follows one, else the route. */
    private static YamlNode hashtag(YamlNode route) {
        return route.get("parameters").items().stream()
                .filter(parameter -> parameter.get("name").text().equals(TemplatedRouteCheck.HASHTAG))
                .map(parameter -> parameter.get("value"))
                .filter(YamlNode::isScalar)
                .findFirst()
                .orElse(route);
    }

    private void add(String name, YamlNode at) {
        YamlNode earlier = byName.putIfAbsent(Hashtag.canonical(name), at);
        if (earlier != null) {
            problems.addClash(
                    at,
                    earlier,
                    "'" + name + "' is followed already",
                    ": both would be one source and one partition, so remove one of them or give it another name");
        }
    }

    /** What the source at the address is called; empty if it is no source of X, or a placeholder hides its name. */
    private static Optional<String> name(String uri) {
        Matcher address = ADDRESS.matcher(uri);
        return address.matches() && !uri.contains("{{") ? Optional.of(address.group(1)) : Optional.empty();
    }
}
