package io.hashlake.terraform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hashlake.Documents;
import io.hashlake.k8s.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The types of {@code hashicorp/aws}: those that are needed, out of a package of 37 MB. */
final class Provider {

    private static final String PACKAGE = "@cdktf/provider-aws@21.22.1";
    private static final String ARCHIVE = "cdktf-provider-aws-21.22.1.tgz";

    private Provider() {}

    /** Skips the test where npm cannot fetch the package. */
    static void download() {
        Command.require("tar", "--version");
        if (!Files.exists(HclParser.DIRECTORY.resolve(ARCHIVE))) {
            Command.Result packed = Command.run(HclParser.DIRECTORY, "npm", "pack", "--silent", PACKAGE);
            assumeTrue(packed.exitCode() == 0, "npm cannot fetch the provider's types: " + packed.output());
        }
    }

    /** Returns the types by name, of a data source with {@code data_} before it; without those that do not exist. */
    static Map<String, ProviderType> types(Collection<String> names) {
        List<String> members =
                names.stream().map(Provider::member).distinct().sorted().toList();
        Stream<String> unpack = Stream.of("tar", "xzf", ARCHIVE);
        Command.run(HclParser.DIRECTORY, Stream.concat(unpack, members.stream()).toArray(String[]::new));
        Map<String, ProviderType> types = new TreeMap<>();
        for (String name : names) {
            Path declarations = HclParser.DIRECTORY.resolve(member(name));
            if (Files.exists(declarations)) {
                types.put(name, ProviderType.of(Documents.read(declarations)));
            }
        }
        return types;
    }

    private static String member(String type) {
        return "package/lib/%s/index.d.ts"
                .formatted(type.replaceFirst("^aws_", "").replace('_', '-'));
    }
}
