package io.hashlake.dataset.declaration;

import io.hashlake.pipeline.route.Problems;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.YamlDocument;
import io.hashlake.pipeline.route.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads the declaration of one dataset. */
final class DatasetReader {

    private static final List<String> KEYS =
            List.of("description", "files", "delimiter", "quote", "encoding", "columns", "key", "reports");

    private final Problems problems;

    DatasetReader(Problems problems) {
        this.problems = problems;
    }

    /** The dataset, in which placeholders stand for what the problems tell of. */
    Optional<Dataset> read(RouteFile file) {
        return YamlDocument.read(file, problems).flatMap(this::read);
    }

    private Optional<Dataset> read(YamlNode root) {
        if (!root.isMapping()) {
            problems.add(root, "a dataset needs keys: " + String.join(", ", KEYS));
            return Optional.empty();
        }
        DeclaredKeys keys = new DeclaredKeys(root, problems);
        keys.allow(KEYS);
        List<DatasetColumn> columns = new ColumnsReader(problems).read(keys, root);
        return Optional.of(new Dataset(
                name(root.file()),
                root.file().location(),
                checksum(root.file().yaml()),
                keys.text("description", ""),
                glob(keys),
                new FileFormat(character(keys, "delimiter", ','), character(keys, "quote", '"'), encoding(keys)),
                columns,
                key(keys, columns),
                keys.items("reports").stream().map(this::report).toList()));
    }

    private String name(RouteFile file) {
        String name = file.name().replaceFirst("\\.ya?ml$", "");
        if (!file.isNamedAsOne() || !DeclaredKeys.isName(name)) {
            problems.add(
                    file,
                    1,
                    "the file's name is that of the table: small letters, digits and underscores, then .yaml, so rename it");
        }
        return name;
    }

    private static String glob(DeclaredKeys keys) {
        keys.parsed(
                "files",
                null,
                text -> FileSystems.getDefault().getPathMatcher("glob:" + text),
                "must be a pattern of names such as residents*.csv");
        return keys.required("files");
    }

    private static char character(DeclaredKeys keys, String key, char placeholder) {
        return keys.parsed(key, placeholder, DatasetReader::character, "must be one character of ASCII, such as ;");
    }

    private static char character(String text) {
        String one = text.equals("\\t") ? "\t" : text;
        if (one.length() != 1 || one.charAt(0) > '~' || one.charAt(0) == '\n' || one.charAt(0) == '\r') {
            throw new IllegalArgumentException(text);
        }
        return one.charAt(0);
    }

    private static Charset encoding(DeclaredKeys keys) {
        return keys.parsed(
                "encoding",
                StandardCharsets.UTF_8,
                Charset::forName,
                "must be an encoding such as UTF-8, windows-1252 or ISO-8859-1");
    }

    private List<String> key(DeclaredKeys keys, List<DatasetColumn> columns) {
        List<String> key = keys.texts("key");
        List<String> names = columns.stream().map(DatasetColumn::name).toList();
        if (key.isEmpty() || !names.containsAll(key) || key.stream().distinct().count() < key.size()) {
            keys.refuse("key", "must be a list of columns, each once; there are " + String.join(", ", names));
            return List.of();
        }
        return key;
    }

    private DatasetReport report(YamlNode node) {
        DeclaredKeys keys = new DeclaredKeys(node, problems);
        keys.allow(List.of("name", "description", "sql"));
        return new DatasetReport(
                keys.name("name"), node.location(), keys.text("description", ""), query(keys.required("sql")));
    }

    private static String query(String sql) {
        return sql.strip().replaceFirst(";$", "");
    }

    private static String checksum(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
