package io.hashlake.app.wiring;

import io.hashlake.api.ApiConfig;
import io.hashlake.api.FullTextSearch;
import io.hashlake.api.PostExport;
import io.hashlake.api.PostItems;
import io.hashlake.api.PostSearch;
import io.hashlake.api.SpendBySource;
import io.hashlake.api.SqlResource;
import io.hashlake.api.WarehouseSearch;
import io.hashlake.api.problem.AllowedMethods;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.response.Delivery;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.dynamodb.DynamoDbConfig;
import io.hashlake.dynamodb.DynamoDbTable;
import io.hashlake.dynamodb.ItemReader;
import io.hashlake.index.IndexConfig;
import io.hashlake.index.IndexSearch;
import io.hashlake.index.IndexServer;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.warehouse.sink.WarehouseConfig;
import io.hashlake.warehouse.sql.GivenRole;
import io.hashlake.warehouse.sql.HeapLimit;
import io.hashlake.warehouse.sql.OwnRole;
import io.hashlake.warehouse.sql.SqlConfig;
import io.hashlake.warehouse.sql.SqlLogin;
import io.hashlake.warehouse.sql.SqlReader;
import io.hashlake.warehouse.sql.SqlRole;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.time.Clock;

/** The API's parts. None of them asks the database before somebody asks them. */
public final class ApiBeans {

    @Produces
    @Singleton
    SpendBySource spend(SpendReader ledger, Clock clock) {
        return () -> ledger.bySource(BillingCycle.dayOf(clock.instant()));
    }

    @Produces
    @Singleton
    RequestClock requestClock(Clock clock, PipelineConfig config) {
        return new RequestClock(clock, config.zone());
    }

    /** Of every resource, which the container knows. */
    @Produces
    @Singleton
    AllowedMethods allowedMethods(BeanManager beans) {
        return new AllowedMethods(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .toList());
    }

    @Produces
    @Singleton
    PostSearch search(Settings settings, Analytics analytics) {
        return IndexServer.of(settings.of(IndexConfig.class))
                .<PostSearch>map(server -> new FullTextSearch(new IndexSearch(server)))
                .orElseGet(() -> new WarehouseSearch(analytics));
    }

    @Produces
    @Singleton
    PostItems items(Settings settings) {
        return new PostItems(DynamoDbTable.of(settings.of(DynamoDbConfig.class)).map(ItemReader::new));
    }

    @Produces
    @Singleton
    PostExport export(Analytics analytics, ApiConfig config) {
        return new PostExport(analytics, config.exports(), config.exportPatience());
    }

    @Produces
    @Singleton
    Delivery delivery(SqlConfig sql, ApiConfig api) {
        return new Delivery(sql.concurrency(), api.exportPatience());
    }

    @Produces
    @Singleton
    SqlResource.Statements statements(SqlConfig sql, WarehouseConfig warehouse, Database database, Meters meters) {
        SqlLogin login =
                new SqlLogin(database.source(), warehouse.jdbcUrl().orElse(""), role(sql, warehouse), memory(sql));
        SqlReader reader = new SqlReader(login, sql, reason -> meters.sqlRefused(reason.name()));
        return reader::run;
    }

    private static HeapLimit memory(SqlConfig sql) {
        return EmbeddedServices.hasWarehouse() ? new HeapLimit(sql.memory()) : HeapLimit.NONE;
    }

    /** Connections that end take a moment, so the role may have some more than are used. */
    private static SqlRole role(SqlConfig sql, WarehouseConfig warehouse) {
        return sql.username()
                .<SqlRole>map(name -> new GivenRole(name, sql.password().orElse("")))
                .orElseGet(() -> new OwnRole(
                        warehouse.password().orElse(""), EmbeddedServices.hasWarehouse(), 2 * sql.concurrency() + 2));
    }
}
