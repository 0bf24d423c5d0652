package io.hashlake.pipeline.route;

import io.hashlake.core.Origins;
import io.hashlake.tweet.Hashtag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sources that routes read from. Two of one name would move each other's cursor, and two spellings of one
 * hashtag would read each post twice for one partition.
 */
final class FollowedSources {

    private final Map<String, Template> templates;
    private final Map<String, YamlNode> byName = new HashMap<>();
    private final Problems problems;

    FollowedSources(Map<String, Template> templates, Problems problems) {
        this.templates = templates;
        this.problems = problems;
    }

    void add(Definition definition) {
        if (definition.kind().equals(Definition.ROUTE)) {
            addOwn(definition.node().get("from"));
        } else if (definition.kind().equals(Definition.TEMPLATED)) {
            addTemplated(definition.node());
        }
    }

    private void addOwn(YamlNode from) {
        YamlNode uri = from.get("uri");
        Optional<XAddress> address =
                XAddress.of(uri.text(), from.get("parameters").values());
        if (address.isEmpty()) {
            requireKnown(uri);
        }
        address.ifPresent(known -> checkOptions(known, from));
        try {
            SourceUri.of(uri.text()).ifPresent(source -> add(Origins.require(source.name()), from));
        } catch (IllegalArgumentException e) {
            problems.add(uri, e.getMessage());
        }
    }

    private void requireKnown(YamlNode uri) {
        if (uri.text().startsWith(XAddress.SCHEME) && !uri.text().contains("{{")) {
            problems.add(
                    uri,
                    uri.text()
                            + " is not known; write x:search/NAME, x:stream/NAME or x:sample/NAME with a name of your own");
        }
    }

    private void checkOptions(XAddress address, YamlNode from) {
        OptionRules rules = new OptionRules(address);
        if (address.needsQuery()) {
            problems.add(
                    from.get("uri"), "x:" + address.kind() + " needs the option 'query': write what is to be found");
        }
        Map<String, YamlNode> given = new HashMap<>();
        from.get("parameters").entries().forEach(option -> given.put(option.key(), option.name()));
        address.options().forEach((option, value) -> {
            YamlNode at = given.getOrDefault(option, from.get("uri"));
            rules.problemOf(option, value).ifPresent(problem -> problems.add(at, problem));
        });
    }

    private void addTemplated(YamlNode route) {
        Template template = templates.get(route.get("routeTemplateRef").text());
        if (template == null) {
            return;
        }
        Map<String, String> parameters = SourceRoute.parameters(route);
        SourceUri.of(template.uri(parameters)).ifPresent(source -> add(source.name(), hashtag(route)));
        template.address(parameters).ifPresent(known -> checkQuery(known, template, route));
    }

    /** Checks a query that is put together of several parts. */
    private void checkQuery(XAddress address, Template template, YamlNode route) {
        if (!template.isFilledByOne("query") && address.hasQuery()) {
            new OptionRules(address)
                    .queryProblem(address.query())
                    .ifPresent(problem -> problems.add(hashtag(route), problem));
        }
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
}
