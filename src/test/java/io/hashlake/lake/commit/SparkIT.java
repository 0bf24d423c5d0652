package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.DocumentedSql;
import io.hashlake.DocumentedSql.Engine;
import io.hashlake.servers.SparkProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries that documents show for Spark give what they say. {@code ./mvnw -Pspark verify} fetches Spark, 280 MB, and runs this. */
class SparkIT {

    @TempDir
    Path directory;

    @Test
    void documentedQueriesCountEachPostOnceAndKeepHashtagsAsTheyAre() throws Exception {
        SparkProcess spark = new SparkProcess(Path.of("target/spark.classpath"), Map.of(), directory);
        Path root = directory.resolve("lake");
        LakeFixture.write(root);
        List<DocumentedSql> blocks = DocumentedSql.of(Engine.SPARK);
        assertThat(blocks).isNotEmpty();
        for (DocumentedSql block : blocks) {
            List<String> rows = spark.run(block.sql().replace("data/lake", root.toString()));
            assertThat(rows).contains(Integer.toString(LakeFixture.POSTS), "null|2026-11-22|2");
            LakeFixture.HASHTAGS.forEach(
                    hashtag -> assertThat(rows).anyMatch(row -> row.startsWith(hashtag + "|2026-11-22|")));
        }
    }
}
