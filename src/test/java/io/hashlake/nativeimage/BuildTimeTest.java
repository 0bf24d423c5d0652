package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Classes are initialised while the image is built, so what their static initialisers find out is true of the build machine alone: its
 * time, its environment, its random numbers, its threads.
 */
class BuildTimeTest {

    private static final Pattern OF_THE_MACHINE =
            Pattern.compile("java\\.lang\\.System\\.(getProperty|setProperty|getenv"
                    + "|currentTimeMillis|nanoTime)|java\\.time\\.(Instant\\.now|ZoneId\\.systemDefault)"
                    + "|java\\.util\\.(Random|Timer)\\.<init>|java\\.util\\.UUID\\.randomUUID|java\\.security\\.SecureRandom\\..*"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current|java\\.lang\\.Thread\\.<init>"
                    + "|java\\.util\\.concurrent\\.(Executors|\\w*ThreadPoolExecutor)\\..*|java\\.net\\.(http\\.HttpClient"
                    + "|InetAddress|ProxySelector)\\..*|java\\.lang\\.ProcessHandle\\.current|java\\.lang\\.Runtime\\..*"
                    + "|java\\.lang\\.management\\..*|org\\.eclipse\\.microprofile\\.config\\.ConfigProvider\\..*"
                    + "|java\\.util\\.(Locale|TimeZone)\\.getDefault|java\\.nio\\.charset\\.Charset\\.defaultCharset");

    @Test
    void noStaticInitialiserAsksTheMachine() {
        assertThat(Code.CLASSES.stream()
                        .map(JavaClass::getStaticInitializer)
                        .flatMap(Optional::stream)
                        .flatMap(initialiser -> reached(initialiser).stream())
                        .flatMap(BuildTimeTest::questions)
                        .distinct())
                .isEmpty();
    }

    /** The initialiser and own code that it runs. */
    private static Set<JavaCodeUnit> reached(JavaCodeUnit initialiser) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(initialiser));
        while (!open.isEmpty()) {
            JavaCodeUnit next = open.pop();
            if (reached.add(next)) {
                next.getCallsFromSelf().stream()
                        .filter(call -> Code.isOwn(call.getTargetOwner()))
                        .filter(call -> !call.getTarget().getName().contains("lambda$"))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .forEach(open::push);
            }
        }
        return reached;
    }

    private static Stream<String> questions(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .filter(call -> !call.isDeclaredInLambda())
                .filter(BuildTimeTest::asksTheMachine)
                .map(JavaAccess::getDescription);
    }

    private static boolean asksTheMachine(JavaAccess<?> call) {
        return OF_THE_MACHINE
                .matcher(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName())
                .matches();
    }
}
