package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what is made of templates. */
final class TemplatedRouteCheck {

    /** The parameter of templates that follow one hashtag. */
    static final String HASHTAG = "hashtag";

    private static final List<String> KEYS =
            List.of("beans", "group", "parameters", "prefixId", "routeId", "routeTemplateRef");
    private static final Pattern COMMENT = Pattern.compile(":\\s+#(\\S*)");

    private final Map<String, Template> templates;
    private final HashtagRule hashtags = new HashtagRule();
    private final Problems problems;

    TemplatedRouteCheck(Map<String, Template> templates, Problems problems) {
        this.templates = templates;
        this.problems = problems;
    }

    void check(YamlNode route) {
        requireKnown(route, KEYS);
        YamlNode reference = route.get("routeTemplateRef");
        Template template = templates.get(reference.text());
        Map<String, YamlNode> given = parameters(route);
        if (reference.isBlank()) {
            problems.add(route, "'routeTemplateRef' is missing; write one of " + new TreeSet<>(templates.keySet()));
        } else if (template == null) {
            problems.add(
                    reference,
                    "there is no routeTemplate '" + reference.text() + "'; there are "
                            + new TreeSet<>(templates.keySet()));
        } else {
            checkNames(route, template, given);
        }
        Optional<OptionRules> rules = Optional.ofNullable(template)
                .flatMap(known -> known.address(texts(given)))
                .map(OptionRules::new);
        given.forEach((name, value) -> checkValue(name, value)
                .flatMap(text -> rules.flatMap(known -> ruled(known, template.optionOf(name), text)))
                .ifPresent(problem -> problems.add(value, problem)));
    }

    private static Optional<String> ruled(OptionRules rules, String option, String value) {
        return option.isEmpty() ? Optional.empty() : rules.problemOf(option, value);
    }

    private static Map<String, String> texts(Map<String, YamlNode> given) {
        Map<String, String> texts = new HashMap<>();
        given.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** The parameters that are given in the form that they need, by name. */
    private Map<String, YamlNode> parameters(YamlNode route) {
        YamlNode list = route.get("parameters");
        if (!list.isMissing() && !list.isList()) {
            problems.add(
                    list.isBlank() ? route : list,
                    "'parameters' is a list: write each as '- name: hashtag' and 'value: covid19' below it");
        }
        Map<String, YamlNode> given = new LinkedHashMap<>();
        list.items().forEach(parameter -> add(parameter, given));
        return given;
    }

    private void add(YamlNode parameter, Map<String, YamlNode> given) {
        String name = parameter.get("name").text();
        if (name.isBlank()) {
            problems.add(parameter, "a parameter has a name: write " + named(parameter));
            return;
        }
        requireKnown(parameter, List.of("name", "value"));
        YamlNode value = parameter.get("value");
        if (value.isMissing()) {
            problems.add(parameter, "the parameter '" + name + "' has no value: write 'value:' below it");
        }
        if (given.putIfAbsent(name, value) != null) {
            problems.add(
                    parameter, "the parameter '" + name + "' is given twice; write a templatedRoute for each value");
        }
    }

    /** For {@code - hashtag: covid19}. */
    private static String named(YamlNode parameter) {
        List<Entry> entries = parameter.entries();
        Entry only = entries.size() == 1 ? entries.get(0) : null;
        return only != null && only.value().isScalar() && !only.value().isBlank()
                ? "'- name: " + only.key() + "' and 'value: " + only.value().text() + "' below it"
                : "'- name: hashtag' and 'value: covid19' below it";
    }

    private void checkNames(YamlNode route, Template template, Map<String, YamlNode> given) {
        String reference = route.get("routeTemplateRef").text();
        for (YamlNode parameter : route.get("parameters").items()) {
            String name = parameter.get("name").text();
            if (!name.isBlank() && !template.known().contains(name)) {
                problems.add(
                        parameter,
                        "the template '" + reference + "' has no parameter '" + name + "'; it has " + template.known());
            }
        }
        template.missing(given.keySet())
                .forEach(name ->
                        problems.add(route, "the template '" + reference + "' needs the parameter '" + name + "'"));
    }

    /** Returns the value if a rule of an option may apply to it. */
    private Optional<String> checkValue(String name, YamlNode value) {
        if (value.isMissing() || value.text().contains("{{")) {
            return Optional.empty();
        }
        if (value.isBlank()) {
            problems.add(value, noValue(name, value));
        } else if (!value.isScalar()) {
            problems.add(value, "the parameter '" + name + "' takes one value; write a templatedRoute for each");
        } else if (name.equals(HASHTAG)) {
            hashtags.problemOf(value.text()).ifPresent(problem -> problems.add(value, problem));
        } else {
            return Optional.of(value.text());
        }
        return Optional.empty();
    }

    private static String noValue(String name, YamlNode value) {
        Matcher comment = COMMENT.matcher(value.file().line(value.line()));
        String problem = "the parameter '" + name + "' has no value";
        return comment.find()
                ? problem + ": YAML takes '#" + comment.group(1) + "' for a comment; write " + comment.group(1)
                        + " without the sign, or \"#" + comment.group(1) + "\" in quotes"
                : problem;
    }

    private void requireKnown(YamlNode node, List<String> keys) {
        node.entries().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .forEach(entry ->
                        problems.add(entry.name(), "'" + entry.key() + "' is not known here; allowed are " + keys));
    }
}
