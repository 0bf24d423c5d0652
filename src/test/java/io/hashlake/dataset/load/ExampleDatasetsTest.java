package io.hashlake.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The datasets of examples/datasets. */
@ServerTest
class ExampleDatasetsTest {

    private static final Path EXAMPLE = Path.of("examples/datasets");

    private LoadedFiles files;

    @BeforeEach
    void database(@TempDir Path directory) {
        files = new LoadedFiles(directory);
    }

    @Test
    void areInTheOrderOfTheirReferences() {
        assertThat(Datasets.in(EXAMPLE).all())
                .extracting(Dataset::name)
                .containsExactly("condominios", "imoveis", "moradores", "transacoes");
    }

    @Test
    void becomeTablesAndReports() throws Exception {
        try (DatasetLoader loader = files.loader(EXAMPLE, files.rejected::addAll)) {
            for (String file : new String[] {"condominios", "imoveis", "moradores", "transacoes-2026-01"}) {
                LoadedFiles.load(loader, EXAMPLE.resolve("batch/" + file + ".csv"));
            }
            assertThat(loader.exportReports()).isEqualTo(3);
            assertThat(loader.exportReports()).isZero();
        }
        assertThat(files.reasons()).isEmpty();
        assertThat(files.rows("SELECT nome, proprietario FROM dataset.moradores WHERE morador_id = 3"))
                .containsExactly(Map.of("nome", "Padaria \"Pão Quente\"", "proprietario", false));
        assertThat(files.rows("SELECT sum(total) AS total FROM dataset.total_por_condominio_mes"))
                .containsExactly(Map.of("total", new BigDecimal("15891.25")));
        assertThat(parquetFiles()).isEqualTo(3);
    }

    private long parquetFiles() throws IOException {
        try (Stream<Path> all = Files.walk(files.lake.resolve("reports"))) {
            return all.filter(path -> path.toString().endsWith(".parquet")).count();
        }
    }

    @Test
    void refuseWhatIsWrongInTheStream() throws Exception {
        becomeTablesAndReports();
        try (DatasetLoader loader = files.loader(EXAMPLE, files.rejected::addAll)) {
            LoadedFiles.load(loader, EXAMPLE.resolve("stream/transacoes-2026-02.csv"));
            assertThat(files.reasons())
                    .containsExactly(
                            "transacoes-2026-02.csv:4 column data: '31/02/2026' must be a day of the calendar, written as dd/MM/yyyy",
                            "transacoes-2026-02.csv:5 column imovel_id: '999' is not in imoveis");
            assertThat(LoadedFiles.load(loader, EXAMPLE.resolve("stream/transacoes-2026-02-correcao.csv")))
                    .hasToString("3 rows, 3 added or changed, 0 rejected");
        }
        assertThat(files.rows("SELECT count(*) AS n FROM dataset.transacoes")).containsExactly(Map.of("n", 14L));
    }
}
