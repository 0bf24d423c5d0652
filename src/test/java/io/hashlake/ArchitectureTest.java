package io.hashlake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hashlake.app.settings.ConfigKeys;
import io.hashlake.pipeline.job.JobConnections;
import io.smallrye.config.ConfigMapping;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Who may use whom, as docs/architecture.md draws it. */
@AnalyzeClasses(packages = "io.hashlake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("io.hashlake.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule tweet_uses_the_jdk_alone = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.hashlake.tweet")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.hashlake.tweet");

    @ArchTest
    static final ArchTests rooms = ArchTests.in(Rooms.class);

    @ArchTest
    static final ArchRule camel_stays_in_camel_pipeline_and_the_shell =
            fence("org.apache.camel..", "camel", "pipeline", "app");

    @ArchTest
    static final ArchRule parquet_stays_in_the_lake_and_its_iceberg_table =
            fence("org.apache.parquet..", "lake", "iceberg");

    @ArchTest
    static final ArchRule iceberg_stays_in_its_room = fence("org.apache.iceberg..", "iceberg");

    @ArchTest
    static final ArchRule avro_stays_in_the_lake_and_the_bus = fence("org.apache.avro..", "lake", "bus");

    @ArchTest
    static final ArchRule kafka_stays_in_the_bus_the_pipeline_and_the_shell =
            fence("org.apache.kafka..", "bus", "pipeline", "app");

    @ArchTest
    static final ArchRule hadoop_stays_in_the_lake = fence("org.apache.hadoop..", "lake");

    @ArchTest
    static final ArchRule aws_stays_in_its_rooms_the_lake_s_store_and_the_shell =
            fence("software.amazon..", "aws", "dynamodb", "kinesis", "lake.store", "app");

    @ArchTest
    static final ArchRule sql_stays_in_the_warehouse_and_what_loads_into_it = noClasses()
            .that()
            .resideOutsideOfPackages(packages("warehouse", "dataset.load", "iceberg"))
            .and()
            .doNotBelongToAnyOf(JobConnections.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("Camel alone asks somebody else, JobConnections, for connections");

    @ArchTest
    static final ArchRule micrometer_stays_in_observability = fence("io.micrometer..", "observability", "app");

    @ArchTest
    static final ArchRule opentelemetry_stays_in_the_shell = fence("io.opentelemetry..", "app");

    @ArchTest
    static final ArchRule cdi_stays_in_the_shell = fence("jakarta.enterprise..", "app");

    /** Constraints of properties stand beside the properties of each feature, as do SmallRye's annotations. */
    @ArchTest
    static final ArchRule http_stays_in_the_api_the_dashboard_and_the_shell = noClasses()
            .that()
            .resideOutsideOfPackages(packages("api", "live", "app"))
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("jakarta..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("jakarta.validation..")));

    @ArchTest
    static final ArchRule constraints_are_for_properties_alone = noClasses()
            .that()
            .haveNameNotMatching(".*Config")
            .and()
            .resideOutsideOfPackages(packages("core.config", "app.settings"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.validation..", "org.hibernate.validator..");

    @ArchTest
    static final ArchRule properties_are_declared_by_one_interface_per_feature = ArchRuleDefinition.classes()
            .that()
            .areAnnotatedWith(ConfigMapping.class)
            .should()
            .beInterfaces()
            .andShould(beRead());

    @ArchTest
    static final ArchRule twitter_text_stays_in_text = fence("com.twitter.twittertext..", "text");

    @ArchTest
    static final ArchRule fastcsv_stays_where_csv_is_read = fence("de.siegmar.fastcsv..", "dataset.csv");

    @ArchTest
    static final ArchRule opennlp_stays_in_text = fence("opennlp..", "text");

    /** The platform's charset is ASCII under cron and in bare containers. */
    @ArchTest
    static final ArchRule charsets_are_named = noClasses()
            .should()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callConstructor(InputStreamReader.class, InputStream.class)
            .orShould()
            .callConstructor(OutputStreamWriter.class, OutputStream.class)
            .orShould()
            .callMethod(ByteArrayOutputStream.class, "toString");

    /** A thread without a name, or one that an error ends without a word, costs whoever looks for a fault hours. */
    @ArchTest
    static final ArchRule threads_are_made_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.hashlake.thread")
            .should()
            .callConstructorWhere(JavaCall.Predicates.target(
                    HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Thread.class))))
            .orShould()
            .callMethod(Executors.class, "newCachedThreadPool")
            .orShould()
            .callMethod(Executors.class, "newFixedThreadPool", int.class)
            .orShould()
            .callMethod(Executors.class, "newSingleThreadExecutor")
            .orShould()
            .callMethod(Executors.class, "newSingleThreadScheduledExecutor")
            .orShould()
            .callMethod(Executors.class, "newScheduledThreadPool", int.class)
            .orShould()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class);

    private static ArchCondition<JavaClass> beRead() {
        return new ArchCondition<>("be listed in ConfigKeys") {
            @Override
            public void check(JavaClass mapping, ConditionEvents events) {
                if (!ConfigKeys.mappings().contains(mapping.reflect())) {
                    events.add(SimpleConditionEvent.violated(mapping, mapping.getName() + " is not read"));
                }
            }
        };
    }

    private static ArchRule fence(String library, String... within) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(within))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "io.hashlake." + name + "..").toArray(String[]::new);
    }
}
