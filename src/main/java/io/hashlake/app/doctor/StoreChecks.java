package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.lake.store.Bucket;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import java.io.IOException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** The lake's bucket. */
final class StoreChecks {

    private final Settings settings;

    StoreChecks(Settings settings) {
        this.settings = settings;
    }

    Stream<Check> all() {
        return settings.bucket().stream()
                .filter(bucket -> settings.deployment().hasLake())
                .map(bucket -> new Check("bucket", () -> bucket(bucket)));
    }

    private static Finding bucket(Bucket bucket) {
        try (S3Client client = S3Clients.create(bucket)) {
            new S3ObjectStore(client, bucket).open();
            return Finding.ok(bucket.location() + " can be read");
        } catch (IOException e) {
            return Finding.failure(
                    e.getMessage(), "correct hashlake.s3.*, or what the credentials may do: list, get, put and delete");
        }
    }
}
