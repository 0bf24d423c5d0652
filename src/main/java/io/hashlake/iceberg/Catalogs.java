package io.hashlake.iceberg;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SessionCatalog.SessionContext;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.HTTPClient;
import org.apache.iceberg.rest.RESTSessionCatalog;
import org.apache.iceberg.rest.RESTUtil;

/** The catalogs that can hold the table. */
final class Catalogs {

    /** Name under which the catalog's rows stand in the database; Spark's catalog has to have it too. */
    static final String NAME = "hashlake";

    private Catalogs() {}

    /** Returns the catalog that is configured; nothing is asked of it before the supplier is called. */
    static Supplier<Catalog> of(IcebergConfig config, DataSource database, LakeLocation lake, FileIO files) {
        return config.restUri()
                .<Supplier<Catalog>>map(
                        uri -> () -> rest(uri, config.restProperties().orElse(""), files))
                .orElse(() -> jdbc(database, lake, files));
    }

    private static Catalog jdbc(DataSource database, LakeLocation lake, FileIO files) {
        JdbcCatalog catalog = new JdbcCatalog(properties -> files, properties -> new DataSourcePool(database), true);
        catalog.initialize(
                NAME,
                Map.of(
                        CatalogProperties.URI,
                        "jdbc:postgresql:",
                        CatalogProperties.WAREHOUSE_LOCATION,
                        lake.prefix(),
                        "jdbc.schema-version",
                        "V1"));
        return catalog;
    }

    private static Catalog rest(URI uri, String properties, FileIO files) {
        Map<String, String> all = new HashMap<>(Map.of(CatalogProperties.URI, uri.toString()));
        for (String property : properties.split(",")) {
            String[] parts = property.split("=", 2);
            if (parts.length == 2) {
                all.put(parts[0].strip(), parts[1].strip());
            }
        }
        RESTSessionCatalog catalog = new RESTSessionCatalog(Catalogs::client, (session, given) -> files);
        catalog.initialize(NAME, all);
        return catalog.asCatalog(SessionContext.createEmpty());
    }

    private static HTTPClient client(Map<String, String> properties) {
        return HTTPClient.builder(properties)
                .uri(properties.get(CatalogProperties.URI))
                .withHeaders(RESTUtil.configHeaders(properties))
                .build();
    }
}
