package io.hashlake.bench;

import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.dataset.load.DatasetLoader;
import io.hashlake.dataset.load.LoadResult;
import io.hashlake.dataset.load.LoadServices;
import io.hashlake.lake.marts.Marts;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long files of payments take: a new one, and one of the same keys with other amounts. {@code docs/benchmarks.md} says how to
 * run it.
 */
public final class DatasetBench {

    private static final int ROWS = Integer.getInteger("hashlake.bench.rows", 500_000);
    private static final int ROUNDS = 2;
    private static final int PROPERTIES = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private static final String PROPERTY = """
            files: imoveis*.csv
            key: [imovel_id]
            columns:
              - {name: imovel_id, type: integer}
            """;

    private static final String PAYMENT = """
            files: transacoes*.csv
            delimiter: ";"
            key: [transacao_id]
            columns:
              - {name: transacao_id, type: integer}
              - {name: imovel_id, type: integer, required: true, references: imoveis}
              - {name: nome, type: text, max-length: 100}
              - {name: data, type: date, format: dd/MM/yyyy, required: true}
              - {name: categoria, type: text, values: [aluguel, condomínio, multa]}
              - {name: valor, type: decimal, format: "1.234,56", min: 0}
            """;

    private final Path directory;
    private ProcessTree postgres;

    private DatasetBench(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of("target", "bench", "datasets-" + System.currentTimeMillis())
                .toAbsolutePath());
        new DatasetBench(directory).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Files.writeString(directory.resolve("imoveis.yaml"), PROPERTY);
        Files.writeString(directory.resolve("transacoes.yaml"), PAYMENT);
        Clock clock = Clock.systemUTC();
        Quarantine lake = new Quarantine(new LocalObjectStore(directory.resolve("lake")), DamageListener.NONE);
        try (EmbeddedWarehouse server = EmbeddedWarehouse.start(directory.resolve("postgres"));
                Marts reports = Marts.reports(lake, 1 << 27, Duration.ZERO, clock)) {
            LoadServices services = new LoadServices(
                    BenchDatabase.migrated(server),
                    rejected -> {},
                    reports,
                    new Meters(new SimpleMeterRegistry()),
                    clock);
            try (DatasetLoader loader = new DatasetLoader(Datasets.in(directory), services)) {
                postgres = ProcessTree.ofServer(directory.resolve("postgres/cluster"));
                System.out.println(StageResult.header());
                loader.prepare();
                load(loader, write("imoveis.csv", properties()));
                measure(loader);
            }
        }
    }

    /** The first round warms the compiler up, and is printed like the others. */
    private void measure(DatasetLoader loader) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            print("new rows", loader, write("transacoes-" + round + ".csv", payments(round, 0)));
            print("changed rows", loader, write("transacoes-" + round + "-again.csv", payments(round, 1)));
        }
    }

    private void print(String what, DatasetLoader loader, Path file) throws IOException {
        Measurement measurement = new Measurement(postgres);
        LoadResult result = load(loader, file);
        System.out.println(measurement.result(what, ROWS).row(null));
        System.out.println("    " + result);
    }

    private static LoadResult load(DatasetLoader loader, Path file) throws IOException {
        return loader.load(loader.datasets().of(file).get(0), file);
    }

    private Path write(String name, List<String> lines) throws IOException {
        Path file = directory.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line : lines) {
                out.write(line);
                out.write("\r\n");
            }
        }
        return file;
    }

    private static List<String> properties() {
        List<String> lines = new ArrayList<>(List.of("imovel_id"));
        for (int id = 0; id < PROPERTIES; id++) {
            lines.add(Integer.toString(id));
        }
        return lines;
    }

    private static List<String> payments(int round, int cents) {
        List<String> lines = new ArrayList<>(List.of("transacao_id;imovel_id;nome;data;categoria;valor"));
        for (int i = 0; i < ROWS; i++) {
            String day = LocalDate.of(2020, 1, 1).plusDays(i % 2_000).format(DAY);
            lines.add((round * ROWS + i) + ";" + i % PROPERTIES + ";\"João Conceição " + i + "\";" + day
                    + ";condomínio;1." + (100 + i % 900) + "," + (10 + i % 80 + cents));
        }
        return lines;
    }
}
