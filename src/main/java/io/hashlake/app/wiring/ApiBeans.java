package io.hashlake.app.wiring;

import io.hashlake.api.Completeness;
import io.hashlake.api.FoundPost;
import io.hashlake.api.FullTextSearch;
import io.hashlake.api.Jobs;
import io.hashlake.api.PostExport;
import io.hashlake.api.PostHistory;
import io.hashlake.api.PostSearch;
import io.hashlake.api.SentimentShares;
import io.hashlake.api.SourceState;
import io.hashlake.api.SpendBySource;
import io.hashlake.api.SqlAnswer;
import io.hashlake.api.SqlResource;
import io.hashlake.api.WarehouseSearch;
import io.hashlake.api.access.ApiToken;
import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.response.Delivery;
import io.hashlake.api.response.Responder;
import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.config.SqlConfig;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Limits;
import io.hashlake.app.settings.Settings;
import io.hashlake.index.IndexConfig;
import io.hashlake.index.IndexSearch;
import io.hashlake.index.IndexSettings;
import io.hashlake.index.TextSpan;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.SeriesPoint;
import io.hashlake.warehouse.analytics.Totals;
import io.hashlake.warehouse.analytics.UserTotals;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.sql.GivenRole;
import io.hashlake.warehouse.sql.HeapLimit;
import io.hashlake.warehouse.sql.OwnRole;
import io.hashlake.warehouse.sql.SqlLimits;
import io.hashlake.warehouse.sql.SqlLogin;
import io.hashlake.warehouse.sql.SqlOutcome;
import io.hashlake.warehouse.sql.SqlReader;
import io.hashlake.warehouse.sql.SqlRole;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The API's parts. None of them asks the database before somebody asks them. */
@RegisterForReflection(
        targets = {
            Totals.class,
            HashtagTotals.class,
            SeriesPoint.class,
            LanguageTotals.class,
            AuthorTotals.class,
            CoOccurrence.class,
            PostView.class,
            FoundPost.class,
            TextSpan.class,
            UserTotals.class,
            GapView.class,
            SentimentShares.class,
            PostHistory.class,
            Completeness.class,
            SourceState.class,
            SqlAnswer.class,
            SqlOutcome.Column.class,
            Jobs.Outcome.Done.class,
            Problem.class,
            InvalidParameter.class
        })
public final class ApiBeans {

    @Produces
    @Singleton
    SpendBySource spend(JdbcSpend ledger, Clock clock) {
        return () -> ledger.bySource(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Produces
    @Singleton
    Responder responder(Clock clock, HashlakeConfig config) {
        return new Responder(clock, config.zone());
    }

    @Produces
    @Singleton
    PostSearch search(Settings settings, Analytics analytics) {
        return IndexSettings.of(settings.sinkConfig(IndexConfig.class))
                .<PostSearch>map(index -> new FullTextSearch(new IndexSearch(index)))
                .orElseGet(() -> new WarehouseSearch(analytics));
    }

    @Produces
    @Singleton
    PostExport export(Analytics analytics, HashlakeConfig config) {
        return new PostExport(analytics, config.api().exports(), config.api().exportPatience());
    }

    @Produces
    @Singleton
    Delivery delivery(HashlakeConfig config) {
        return new Delivery(config.sql().concurrency(), config.api().exportPatience());
    }

    @Produces
    @Singleton
    ApiToken token(HashlakeConfig config) {
        return new ApiToken(config.api().token());
    }

    @Produces
    @Singleton
    SqlResource.Statements statements(HashlakeConfig config, Database database, Meters meters) {
        SqlLimits limits = Limits.sql(config.sql());
        SqlLogin login = new SqlLogin(
                database.source(), config.warehouse().jdbcUrl().orElse(""), role(config, limits), memory(config.sql()));
        SqlReader reader = new SqlReader(login, limits, reason -> meters.sqlRefused(reason.name()));
        return reader::run;
    }

    private static HeapLimit memory(SqlConfig sql) {
        return EmbeddedServices.hasWarehouse() ? new HeapLimit(sql.memory()) : HeapLimit.NONE;
    }

    /** Connections that end take a moment, so the role may have some more than are used. */
    private static SqlRole role(HashlakeConfig config, SqlLimits limits) {
        SqlConfig sql = config.sql();
        return sql.username()
                .<SqlRole>map(name -> new GivenRole(name, sql.password().orElse("")))
                .orElseGet(() -> new OwnRole(
                        config.warehouse().password().orElse(""),
                        EmbeddedServices.hasWarehouse(),
                        2 * limits.concurrency() + 2));
    }
}
