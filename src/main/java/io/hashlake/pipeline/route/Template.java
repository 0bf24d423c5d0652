package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A route template.
 *
 * @param required parameters that must be given
 * @param defaults all parameters, with their defaults where they have one, or an empty text
 * @param from the beginning of its routes
 */
record Template(Set<String> required, Map<String, String> defaults, YamlNode from) {

    static Template of(YamlNode node) {
        Set<String> required = new TreeSet<>();
        Map<String, String> defaults = new TreeMap<>();
        for (YamlNode parameter : node.get("parameters").items()) {
            String name = parameter.get("name").text();
            defaults.put(name, parameter.get("defaultValue").text());
            if (parameter.get("defaultValue").isMissing()
                    && !parameter.get("required").text().equals("false")) {
                required.add(name);
            }
        }
        return new Template(required, defaults, node.get("route").get("from"));
    }

    Set<String> known() {
        return defaults.keySet();
    }

    /** The {@code x:} address from which a route with these parameters reads; empty if it reads from another. */
    Optional<XAddress> address(Map<String, String> parameters) {
        return XAddress.of(uri(parameters), options(parameters));
    }

    /** The address from which a route with these parameters reads. */
    String uri(Map<String, String> parameters) {
        return filled(from.get("uri").text(), parameters);
    }

    /** The options that stand beside that address. */
    Map<String, String> options(Map<String, String> parameters) {
        Map<String, String> options = from.get("parameters").values();
        options.replaceAll((option, value) -> filled(value, parameters));
        return options;
    }

    /** A parameter's default may name other parameters. */
    private String filled(String text, Map<String, String> parameters) {
        String once = filledOnce(text, parameters);
        return filledOnce(once, parameters);
    }

    private String filledOnce(String text, Map<String, String> parameters) {
        String filled = text;
        for (Map.Entry<String, String> parameter : defaults.entrySet()) {
            String value = parameters.getOrDefault(parameter.getKey(), parameter.getValue());
            filled = filled.replace(placeholder(parameter.getKey()), value);
        }
        return filled;
    }

    /** The option of the address that the parameter is given to as it is; empty if there is none. */
    String optionOf(String parameter) {
        return from.get("parameters").entries().stream()
                .filter(option -> option.value().text().equals(placeholder(parameter)))
                .map(Entry::key)
                .findFirst()
                .orElse("");
    }

    /** Returns whether the option is one parameter's value, which has rules of its own, with or without a hashtag's sign. */
    boolean isFilledByOne(String option) {
        return known().contains(inner(from.get("parameters").get(option).text()));
    }

    /** The names of those that must be given and are not. */
    List<String> missing(Set<String> given) {
        return required.stream().filter(name -> !given.contains(name)).toList();
    }

    private static String inner(String placeholder) {
        return placeholder.replaceFirst("^#?\\{\\{(.+)}}$", "$1");
    }

    private static String placeholder(String parameter) {
        return "{{" + parameter + "}}";
    }
}
