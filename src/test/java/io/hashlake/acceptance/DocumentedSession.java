package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.Documents;
import io.hashlake.Documents.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page tells its reader to type, typed: one block after the other, in a directory of its own. The block that starts
 * Hashlake is left running; any other is repeated until it prints what the page shows below it, because posts take their time.
 * Only the command that starts Hashlake and the addresses are replaced.
 */
final class DocumentedSession implements AutoCloseable {

    private static final String START = "java -jar target/quarkus-app/quarkus-run.jar\n";
    private static final String HASHLAKE = "http://localhost:8080";
    private static final String LAKE = "data/lake";
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Path directory;
    private final Map<String, String> addresses;
    private final Set<String> notInstalled = new TreeSet<>();
    private HashlakeProcess process;

    /** @param addresses of other servers that the page names, each with the one that takes its place */
    DocumentedSession(Path directory, Map<String, String> addresses) {
        this.directory = directory;
        this.addresses = new HashMap<>(addresses);
    }

    /** Runs every block of {@code page}, and returns what the shell says of programs that are not installed. */
    Set<String> run(Path page) throws IOException {
        List<Block> blocks = Documents.blocks(page);
        for (int at = 0; at < blocks.size(); at++) {
            run(blocks.get(at), at + 1 < blocks.size() ? blocks.get(at + 1) : blocks.get(at));
        }
        return notInstalled;
    }

    private void run(Block block, Block next) throws IOException {
        if (block.code().endsWith(START)) {
            start(block.code());
        } else if (!block.language().equals("text")) {
            String shown = next.language().equals("text") ? next.code() : "";
            await().atMost(DEADLINE).untilAsserted(() -> check(block, shown));
        }
    }

    private void start(String code) throws IOException {
        String command = HashlakeCommand.of(Map.of(), List.of()).stream()
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(" ", "exec ", "\n"));
        DocumentedProgram program = new DocumentedProgram("sh", here(code.replace(START, command)));
        process = HashlakeProcess.start(program.prepare(directory)).awaitUp();
        addresses.put(HASHLAKE, process.address());
    }

    private void check(Block block, String shown) throws IOException, InterruptedException {
        ProgramResult result = block.language().equals("sql")
                ? duckdb(block.code())
                : new DocumentedProgram(block.language(), here(block.code())).execute(directory);
        if (result.isNotInstalled()) {
            notInstalled.add(result.output());
        } else {
            assertThat(result.exitCode())
                    .as("%s%s", block.code(), result.output())
                    .isZero();
            assertShows(result.output(), shown);
        }
    }

    private ProgramResult duckdb(String sql) {
        Path lake = directory.resolve(LAKE);
        try (LakeReader reader = new LakeReader(lake)) {
            return new ProgramResult(0, reader.table(sql.replace(LAKE, lake.toString())));
        } catch (SQLException e) {
            return new ProgramResult(1, e.getMessage());
        }
    }

    /** Values differ from run to run: the first line, in which {@code …} is any text, and the number of lines are compared. */
    private static void assertShows(String output, String shown) {
        List<String> lines = lines(output);
        List<String> expected = lines(shown);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(expected.size());
        if (!expected.isEmpty()) {
            String first =
                    Stream.of(expected.get(0).split("…")).map(Pattern::quote).collect(Collectors.joining(".*"));
            assertThat(lines).anySatisfy(line -> assertThat(line).matches(first + ".*"));
        }
    }

    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().replaceAll("\\s*\\|\\s*", "|").replaceAll("\\s+", " "))
                .toList();
    }

    private String here(String code) {
        String replaced = code;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            replaced = replaced.replace(address.getKey(), address.getValue());
        }
        return replaced;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }
}
