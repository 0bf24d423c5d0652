package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.TestTweets;
import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The table in a REST catalog, which speaks Iceberg's own protocol over HTTP. */
class RestCatalogTest {

    private RestCatalogServer server;
    private IcebergLake lake;

    @BeforeEach
    void start() throws IOException {
        lake = new IcebergLake((files, interruption) -> {
            IcebergConfig config = TestConfig.of(
                    IcebergConfig.class, "rest-uri=" + server.uri(), "rest-properties=token=secret,warehouse=lake");
            return Catalogs.of(config, new PGSimpleDataSource(), IcebergLake.LOCATION, files)
                    .get();
        });
        InMemoryCatalog catalog = new InMemoryCatalog();
        catalog.initialize("rest", Map.of());
        server = new RestCatalogServer(catalog);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void registersAndCompactsWithTheTokenThatIsConfigured() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        lake.land(TestTweets.tweet(2, "covid19"));

        assertThat(lake.register()).isEqualTo(new Registration(2, 2, 0));
        assertThat(lake.compact().failures()).isZero();

        assertThat(lake.rows()).containsExactly("covid19 1", "covid19 2");
        assertThat(lake.table().currentSnapshot().operation()).isEqualTo("replace");
        assertThat(lake.register()).isEqualTo(Registration.NOTHING);
        assertThat(server.authorizations).containsOnly("Bearer secret");
    }

    @Test
    void aCatalogThatIsUnavailableIsToldAndFoundAgainLater() throws IOException {
        lake.land(TestTweets.tweet(1, "covid19"));
        server.close();

        assertThatThrownBy(lake::register)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Iceberg table hashlake.tweets is unavailable");
    }
}
