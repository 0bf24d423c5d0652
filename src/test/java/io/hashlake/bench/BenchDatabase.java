package io.hashlake.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A pool as the application has it, over a database with the warehouse's tables. */
final class BenchDatabase {

    private BenchDatabase() {}

    static DataSource migrated(EmbeddedWarehouse postgres) throws SQLException {
        DataSource pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(connections -> connections
                        .maxSize(8)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(postgres.jdbcUrl())
                                .principal(new NamePrincipal(postgres.user()))
                                .credential(new SimplePassword(postgres.password())))));
        Flyway.configure().dataSource(pool).defaultSchema("ops").load().migrate();
        return pool;
    }
}
