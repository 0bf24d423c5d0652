package io.hashlake.terraform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A resource or a data source as the provider's declarations in TypeScript describe it.
 *
 * @param root name of the interface that has the resource's own arguments
 * @param interfaces arguments by name, of the resource and of every block in it
 * @param attributes what expressions may read of it, in lower case and without underscores
 */
record ProviderType(String root, Map<String, Map<String, Argument>> interfaces, Set<String> attributes) {

    /**
     * @param type its type in TypeScript
     * @param nested whether it is written as a block rather than with an equals sign
     */
    record Argument(String name, boolean optional, String type, boolean nested) {

        /** The interface of the block, whether it may stand once or more often. */
        String block() {
            return type.replaceAll("\\[]| \\| cdktf.IResolvable", "");
        }
    }

    private static final Pattern ROOT = Pattern.compile("export interface (\\w+) extends cdktf.TerraformMetaArguments");
    private static final Pattern INTERFACE =
            Pattern.compile("(?ms)^export interface (\\w+)(?: extends [\\w.]+)? \\{(.*?)^}");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*?#(\\w+) \\w+#\\2}.*?)\\*/\\s*readonly \\w+(\\??): ([^;]+);");
    private static final Pattern GETTER = Pattern.compile("get (\\w+)\\(\\)");

    static ProviderType of(String declarations) {
        MatchResult root = ROOT.matcher(declarations).results().findFirst().orElseThrow();
        String resource = declarations.substring(declarations.lastIndexOf("export declare class"));
        return new ProviderType(
                root.group(1),
                INTERFACE
                        .matcher(declarations)
                        .results()
                        .collect(Collectors.toMap(found -> found.group(1), found -> arguments(found.group(2)))),
                GETTER.matcher(resource)
                        .results()
                        .map(getter -> getter.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /** Camel case does not tell where underscores stood, so they do not count. */
    boolean has(String attribute) {
        return attributes.contains(attribute.replace("_", ""));
    }

    private static Map<String, Argument> arguments(String declaration) {
        return ARGUMENT.matcher(declaration)
                .results()
                .map(ProviderType::argument)
                .collect(Collectors.toMap(Argument::name, argument -> argument));
    }

    private static Argument argument(MatchResult found) {
        boolean nested = found.group(1).contains(found.group(2) + " block\n");
        return new Argument(found.group(2), !found.group(3).isEmpty(), found.group(4), nested);
    }
}
