package io.hashlake.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of meters is true; {@code -Dhashlake.update-docs=true} writes docs/observability.md anew. */
class MetersTest {

    private static final Path DOC = Path.of("docs/observability.md");
    private static final Pattern TABLE = Pattern.compile("\\| meter \\|.*?\n(?=\n)", Pattern.DOTALL);

    @Test
    void theTableHasEveryMeterWithItsLabels() throws IOException {
        Map<String, Set<String>> measured = new TreeMap<>();
        Metered.samples().forEach((sample, labels) -> {
            Set<String> own = new TreeSet<>(labels);
            own.remove("le");
            measured.computeIfAbsent(Scrape.meter(sample), name -> new TreeSet<>())
                    .addAll(own);
        });
        assertThat(measured).isEqualTo(MeterTable.labels());
    }

    @Test
    void everyMeterSaysWhatItIs() {
        String scrape = Metered.scrape();
        for (MeterName meter : MeterName.values()) {
            assertThat(scrape).contains("# HELP " + meter.exposed() + " " + meter.description() + "\n");
        }
    }

    @Test
    void commitsAreAHistogram() {
        assertThat(Metered.samples().get("hashlake_commit_seconds_bucket")).containsExactly("le", "sink");
    }

    @Test
    void theDocumentHasTheSameTable() throws IOException {
        String document = Files.readString(DOC);
        if (Boolean.getBoolean("hashlake.update-docs")) {
            document = TABLE.matcher(document).replaceFirst(MeterTable.markdown());
            Files.writeString(DOC, document);
        }
        assertThat(document).contains("\n" + MeterTable.markdown() + "\n");
    }
}
