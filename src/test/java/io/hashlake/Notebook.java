package io.hashlake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A notebook of Jupyter.
 *
 * @param cells the code of each, in their order
 */
public record Notebook(List<String> cells) {

    public static final Path EXAMPLE = Path.of("examples/notebook.ipynb");

    private static final Pattern LAKE = Pattern.compile("(?s)lake\\.sql\\(\"{1,3}(.*?)\"{1,3}\\)");

    public static Notebook read() throws IOException {
        JsonNode cells = new ObjectMapper().readTree(EXAMPLE.toFile()).path("cells");
        return new Notebook(StreamSupport.stream(cells.spliterator(), false)
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .map(Notebook::source)
                .toList());
    }

    /** Returns the cells as one program. */
    public String program() {
        return String.join("\n", cells);
    }

    /** Returns the SQL that DuckDB runs over the lake. */
    public List<String> lakeStatements() {
        return Documents.groups(LAKE, program());
    }

    private static String source(JsonNode cell) {
        return StreamSupport.stream(cell.path("source").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("", "", "\n"));
    }
}
