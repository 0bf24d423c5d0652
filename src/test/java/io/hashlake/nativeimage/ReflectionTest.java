package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.tngtech.archunit.core.domain.JavaClass;
import io.hashlake.api.problem.Problem;
import io.hashlake.warehouse.analytics.PostView;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.BaseTable;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.junit.jupiter.api.Test;

/**
 * Every own class that something looks into at run time is registered, and no other.
 */
class ReflectionTest {

    private static final String ALL_MEMBERS = "{\"name\": \"%s\", \"allDeclaredConstructors\": true,"
            + " \"allDeclaredFields\": true, \"allDeclaredMethods\": true}";

    @Test
    void whatIsLookedIntoAtRunTimeIsRegistered() throws IOException {
        NativeFile.requireEntries("hashlake/reflect-config.json", ALL_MEMBERS, needed());
    }

    /** Parquet makes the name of a class that packs bits of width and byte order. */
    @Test
    void parquetsPackersAreRegistered() throws IOException {
        Set<String> packers = Jar.of(Packer.class)
                .classNames()
                .filter(name -> name.matches(
                        "org\\.apache\\.parquet\\.column\\.values\\.bitpacking\\.(Lemire|Byte)BitPacking.*[BL]E"))
                .collect(Collectors.toSet());

        NativeFile.requireEntries("hashlake-lake/reflect-config.json", ALL_MEMBERS, packers);
    }

    /** Iceberg makes what it reads from manifests, and what signs requests to catalogs, by reflection. */
    @Test
    void whatIcebergMakesByReflectionIsRegistered() throws IOException {
        Set<String> made = Jar.of(BaseTable.class)
                .classNames()
                .filter(name -> name.matches("org\\.apache\\.iceberg\\."
                        + "(Generic(DataFile|DeleteFile|ManifestEntry|ManifestFile|PartitionFieldSummary)|PartitionData|"
                        + "rest\\.auth\\.\\w+Manager)"))
                .collect(Collectors.toSet());

        NativeFile.requireEntries("hashlake-iceberg/reflect-config.json", ALL_MEMBERS, made);
    }

    /** The embedded server's library asks for the user by a class that not every JDK has. */
    @Test
    void classesThatTheEmbeddedServersLibraryNamesAreRegistered() throws IOException {
        NativeFile.requireEntries(
                "hashlake-warehouse/reflect-config.json",
                ALL_MEMBERS,
                Jar.of(LinuxUtils.class).namedClasses());
    }

    @Test
    void classesWithNativeCodeAreRegisteredForJni() throws IOException {
        NativeFile.requireEntries(
                "hashlake-lake/jni-config.json",
                "{\"name\": \"%s\", \"allDeclaredFields\": true, \"allDeclaredMethods\": true}",
                Jar.of(Zstd.class).classesWithNativeCode());
    }

    @Test
    void ofEachKindOneThatIsKnownIsFound() {
        assertThat(needed())
                .contains(PostView.class.getName(), Problem.class.getName())
                .contains(
                        "io.hashlake.tweet.User$Counts",
                        "io.hashlake.live.Situation",
                        "io.hashlake.app.command.JobCommand",
                        "io.hashlake.pipeline.PipelineConfig",
                        "io.hashlake.lake.store.S3Config",
                        "io.hashlake.pipeline.sink.SinkWorker",
                        "io.hashlake.pipeline.sink.SinkConsumers",
                        "io.hashlake.pipeline.job.CompactionJob",
                        "io.hashlake.warehouse.sql.BoundedSockets");
    }

    private static Set<String> needed() {
        return Stream.of(
                        JsonTypes.all().stream(),
                        ReflectiveTypes.commands(),
                        ReflectiveTypes.configuration(),
                        ReflectiveTypes.beans(),
                        ReflectiveTypes.byName())
                .flatMap(types -> types)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
