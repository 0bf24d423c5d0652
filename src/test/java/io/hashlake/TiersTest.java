package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TiersTest {

    private static final Set<String> SERVERS = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "io.hashlake.simulator.Simulator",
            "io.hashlake.simulator.bluesky.SimulatedJetstream",
            "io.hashlake.simulator.mastodon.SimulatedMastodon",
            "io.hashlake.warehouse.embedded.EmbeddedWarehouse",
            "com.microsoft.playwright.Page");

    private final JavaClasses tests = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.hashlake");

    @Test
    void exactlyTheTestsThatNeedAServerSaySo() {
        List<JavaClass> unitTests = tests.stream()
                .filter(test -> test.isTopLevelClass() && test.getSimpleName().endsWith("Test"))
                .filter(test -> !test.isAnnotation())
                .toList();

        assertThat(unitTests).hasSizeGreaterThan(100).allSatisfy(test -> assertThat(
                        test.isAnnotatedWith(ServerTest.class))
                .as("%s is marked as a test that needs a server", test.getName())
                .isEqualTo(needsServer(test)));
    }

    private boolean needsServer(JavaClass test) {
        Set<JavaClass> seen = new HashSet<>(Set.of(test));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.remove().getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass();
                if (SERVERS.contains(other.getName())) {
                    return true;
                }
                if (tests.contain(other.getName()) && seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return false;
    }
}
