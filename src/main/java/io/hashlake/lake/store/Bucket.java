package io.hashlake.lake.store;

import io.hashlake.aws.AwsAccess;
import io.hashlake.lake.store.S3Config.Checksums;
import io.hashlake.lake.store.S3Config.Encryption;
import java.util.Optional;

/** The bucket that is configured, with what follows where a property is left out. */
public record Bucket(S3Config config) {

    /** Returns the bucket; empty if the lake is a local directory. */
    public static Optional<Bucket> of(S3Config config) {
        return config.bucket().map(name -> new Bucket(config));
    }

    /** @throws IllegalArgumentException if a property is given without the other one that it needs */
    public Bucket requireWhole() {
        access().requireWhole();
        if (config.kmsKeyId().isPresent() && !isKms()) {
            throw new IllegalArgumentException("kms-key-id is given, but encryption is not kms");
        }
        return this;
    }

    public String name() {
        return config.bucket().orElseThrow();
    }

    AwsAccess access() {
        return new AwsAccess(
                config.endpoint(),
                config.region(),
                config.accessKey(),
                config.secretKey(),
                config.connectTimeout(),
                config.requestTimeout());
    }

    /** Returns what every key begins with; may be empty. */
    String prefix() {
        return config.prefix().orElse("");
    }

    boolean isPathStyle() {
        return config.pathStyle().orElse(config.endpoint().isPresent());
    }

    /** Returns whether an object's MD5 is sent with it, which all servers know. */
    boolean isCheckedByMd5() {
        Checksums usual = config.endpoint().isPresent() ? Checksums.MD5 : Checksums.CRC32;
        return config.checksums().orElse(usual) == Checksums.MD5;
    }

    Optional<S3Encryption> encryption() {
        return config.encryption().map(given -> new S3Encryption(given, config.kmsKeyId()));
    }

    /** Returns the address that all objects' addresses begin with. */
    public String address() {
        return "s3://" + name() + "/" + prefix();
    }

    /** Returns the bucket for a person to read. */
    public String location() {
        return address() + config.endpoint().map(at -> " at " + at).orElse("");
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return location();
    }

    private boolean isKms() {
        return config.encryption().filter(Encryption.KMS::equals).isPresent();
    }
}
