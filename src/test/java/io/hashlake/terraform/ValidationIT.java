package io.hashlake.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.k8s.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terraform itself formats the files and judges the variables; it needs no provider for either. */
class ValidationIT {

    private static final Path ROOT = Path.of("deploy/terraform");

    @TempDir
    Path directory;

    @BeforeAll
    static void find() {
        Command.require("terraform", "version");
    }

    @Test
    void theFilesAreFormatted() {
        assertThat(Command.run(ROOT, "terraform", "fmt", "-check", "-recursive", "-list=true"))
                .satisfies(formatted ->
                        assertThat(formatted.exitCode()).as(formatted.output()).isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modules/lake     | bucket = "example-lake"
            modules/stream   | name = "posts"
            modules/items    |
            modules/catalog  | bucket = "b", hashtags = ["saúde", "covid19"], sources = ["search-covid19"]
            modules/athena   | name = "a", bucket = "b", database = "d"
            modules/firehose | name = "f", stream_arn = "s", bucket_arn = "b", database = "d", table = "t"
            modules/service  | name = "s", image = "hashlake:1.0.0", policy_arns = {}, vpc_id = "v", subnet_ids = ["s"]
            examples/complete | bucket = "b", region = "us-gov-east-1", hashtags = ["a"]
            """)
    void goodValuesAreAccepted(String module, String values) throws IOException {
        Command.Result planned = plan(module, values == null ? "" : values);
        assertThat(planned.exitCode()).as(planned.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modules/lake      | bucket = "Lake"                              | lower-case letters, digits and hyphens
            modules/lake      | bucket = "lake", noncurrent_days = 0.5       | noncurrent_days must be a whole number
            modules/lake      | bucket = "lake", kms_key_arn = "key"         | the ARN of a KMS key
            modules/stream    | name = "a b"                                 | letters, digits, underscores, dots and hyphens
            modules/stream    | name = "posts", shards = 0                   | shards must be a whole number
            modules/stream    | name = "posts", retention_hours = 12         | between 24 and 8760
            modules/catalog   | bucket = "b", hashtags = []                  | Name one hashtag or more
            modules/catalog   | bucket = "b", hashtags = ["#Climate"]        | and no #
            modules/catalog   | bucket = "b", hashtags = ["null"]            | is escaped in paths
            modules/catalog   | bucket = "b", hashtags = ["a"], prefix = "p" | end with one
            modules/catalog   | bucket = "b", hashtags = ["a"], first_day = "2026-02-30" | must be a date
            modules/athena    | name = "a", bucket = "b", database = "d", bytes_per_query = 1 | 10485760
            modules/service   | name = "s", image = "hashlake:latest", policy_arns = {}, vpc_id = "v", subnet_ids = ["s"] | a tag other than latest
            examples/complete | bucket = "b", region = "Brazil", hashtags = ["a"] | must be a region of AWS
            """)
    void aWrongValueIsRefusedWithWhatIsRight(String module, String values, String message) throws IOException {
        Command.Result planned = plan(module, values);
        assertThat(planned.exitCode()).isNotZero();
        assertThat(planned.output().replaceAll("\\s+", " ")).contains(message);
    }

    /** Plans nothing but the variables. */
    private Command.Result plan(String module, String values) throws IOException {
        Files.copy(ROOT.resolve(module).resolve("variables.tf"), directory.resolve("variables.tf"));
        Files.writeString(directory.resolve("terraform.tfvars"), values.replaceAll(", (?=\\w+ = )", "\n"));
        return Command.run(directory, "terraform", "plan", "-input=false", "-no-color");
    }
}
