package io.hashlake.pipeline.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.route.FollowedHashtags;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagFilesTest {

    private static final String ROUTE = """
            - templatedRoute:
                routeId: %1$s
                routeTemplateRef: x-search
                parameters:
                  - name: hashtag
                    value: %1$s
            """;

    @TempDir
    Path temporary;

    private Path routes;
    private HashtagFiles files;

    @BeforeEach
    void setUp() {
        routes = temporary.resolve("routes");
        files = new HashtagFiles(routes, Deployment.alone());
    }

    @ParameterizedTest
    @CsvSource({
        "#rust, hashtags/rust.yaml",
        "Saúde2, hashtags/sa%C3%BAde2.yaml",
        "ai_日本, hashtags/ai_%E6%97%A5%E6%9C%AC.yaml"
    })
    void aHashtagIsFollowedByAFileOfItsOwnUntilItIsRemoved(String hashtag, String file) throws Exception {
        assertThat(files.add(hashtag, "x-stream")).isEqualTo(file);
        assertThat(RouteLint.problemsOf(RouteFiles.in(routes, Deployment.alone())))
                .isEmpty();
        assertThat(followed()).contains(Hashtag.of(hashtag));
        try (var written = Files.list(routes.resolve("hashtags"))) {
            assertThat(written).containsExactly(routes.resolve(file));
        }
        files.remove(Hashtag.of(hashtag).canonical());
        assertThat(routes.resolve(file)).doesNotExist();
        assertThat(followed()).doesNotContain(Hashtag.of(hashtag));
    }

    @ParameterizedTest
    @CsvSource({
        "bluesky, bluesky-rust, bluesky-rust",
        "mastodon, mastodon-rust, mastodon-rust",
        "mastodon, mastodon-rust, mastodon-rust-mastodon.social",
        "mastodon, mastodon-rust, mastodon-rust-127.0.0.1-8080"
    })
    void aHashtagOfAnotherNetworkHasAFileOfItsOwnBesideTheOneOfX(String template, String name, String source)
            throws Exception {
        files.add("rust", "x-stream");

        assertThat(files.add("#Rust", template)).isEqualTo("hashtags/" + name + ".yaml");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> files.add("rust", template));
        files.remove(source);

        assertThat(routes.resolve("hashtags/" + name + ".yaml")).doesNotExist();
        assertThat(routes.resolve("hashtags/rust.yaml")).exists();
    }

    @Test
    void aNameThatOnlyBeginsLikeASourceIsNotFollowed() throws Exception {
        files.add("rust", "mastodon");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> files.remove("mastodon-rust-lang"));
    }

    @Test
    void aHashtagThatIsFollowedIsNotAddedAgain() throws Exception {
        files.add("rust", "x-search");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> files.add("#RUST", "x-stream"))
                .withMessageContaining("rust.yaml:");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> files.add("covid19", "x-search"))
                .withMessageContaining("built-in hashtags.yaml:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"covid-19", "2026", "", "rust, go", "rust\"\n- route: {}", "../../etc/passwd"})
    void whatIsNoHashtagIsRefused(String hashtag) {
        assertThatIllegalArgumentException().isThrownBy(() -> files.add(hashtag, "x-search"));
        assertThat(routes).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-serch", "jobs", "x-search\n    prefixId: a"})
    void aTemplateThatCannotFollowAHashtagIsRefused(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> files.add("rust", template));
        assertThat(routes).doesNotExist();
    }

    @Test
    void aMistakeInAnotherFileIsNotInTheWay() throws Exception {
        write("broken.yaml", "nothing");
        files.add("rust", "x-search");
        assertThat(routes.resolve("hashtags/rust.yaml")).exists();
    }

    @Test
    void aFileOfAPersonIsRemovedIfItHoldsNothingElse() throws Exception {
        write("mine.yaml", ROUTE.formatted("rust"));
        files.remove("rust");
        assertThat(routes.resolve("mine.yaml")).doesNotExist();
    }

    @Test
    void theBuiltInHashtagsDoNotComeBackWhereAFileReplacesThem() throws Exception {
        write("hashtags.yaml", ROUTE.formatted("rust"));
        files.remove("rust");
        assertThat(followed()).isEmpty();
    }

    @Test
    void aFileWithOthersIsLeftAlone() throws Exception {
        write("two.yaml", ROUTE.formatted("rust") + ROUTE.formatted("go"));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> files.remove("go"))
                .withMessageContaining("two.yaml:8 follows it, in a file that holds more");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> files.remove("climate"))
                .withMessageContaining("put a hashtags.yaml of your own in " + routes);
        assertThat(followed()).contains(Hashtag.of("rust"), Hashtag.of("go"), Hashtag.of("climate"));
    }

    @Test
    void whatIsNotFollowedIsNotFound() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> files.remove("rust"));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(routes);
        Files.writeString(routes.resolve("hashtags"), "a file where a directory is to be");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> files.add("rust", "x-search"))
                .withMessageContaining("hashlake.routes = " + routes + " cannot be written");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(Files.createDirectories(routes).resolve(name), yaml);
    }

    private List<Hashtag> followed() throws IOException {
        return FollowedHashtags.in(RouteFiles.in(routes, Deployment.alone()));
    }
}
