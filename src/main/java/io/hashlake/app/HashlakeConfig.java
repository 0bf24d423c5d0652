package io.hashlake.app;

import io.hashlake.lake.S3Settings;
import io.hashlake.x.Vocabulary;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Everything that can be configured. Each property is also an environment variable: {@code hashlake.x.bearer-token} is
 * {@code HASHLAKE_X_BEARER_TOKEN}.
 */
@ConfigMapping(prefix = "hashlake")
public interface HashlakeConfig {

    /** Where the embedded defaults keep what they must not lose. */
    @WithDefault("data")
    Path dataDirectory();

    /** A directory whose route files replace the built-in ones of the same name. Need not exist. */
    @WithDefault("routes")
    Path routes();

    /** What this process does: any of ingest, lake, warehouse, raw, api and jobs, separated by commas. */
    @WithDefault("ingest,lake,warehouse,api,jobs")
    String roles();

    Kafka kafka();

    X x();

    Twitter twitter();

    Search search();

    Gaps gaps();

    Stream stream();

    Files files();

    Lake lake();

    S3 s3();

    Raw raw();

    Warehouse warehouse();

    DeadLetter deadLetter();

    Simulator simulator();

    Api api();

    Sql sql();

    /** The reporting zone: dates, times and hours of the star schema are of this time zone. Another one builds it anew. */
    @WithDefault("America/Sao_Paulo")
    ZoneId zone();

    StarSchema starSchema();

    Text text();

    Budget budget();

    Compaction compaction();

    Marts marts();

    /** Kafka, which carries batches from the process that follows sources to those that have sinks. */
    interface Kafka {

        /** Brokers to begin with, as host:port,host:port. Without any, batches go to the sinks of this process. */
        Optional<String> brokers();

        /** The topic's name. */
        @WithDefault("hashlake-tweets")
        String topic();

        /** How many partitions the topic is made with: so many processes can share a sink's work. */
        @WithDefault("12")
        int partitions();

        /** How many copies the topic is made with. Without it, as many as the brokers are set to. */
        Optional<Integer> replication();

        /** How many posts may wait for Kafka's acknowledgement; then sources wait. */
        @WithDefault("20000")
        int maxUnacknowledged();
    }

    /** X's API. */
    interface X {

        /** The app's bearer token. Without one, the simulator takes X's place. */
        Optional<String> bearerToken();

        /** Where X's API is. */
        @WithDefault("https://api.x.com")
        URI baseUrl();

        /** The field names to ask with first: TWEET until X's schema 2.166, POST from 2.167. */
        @WithDefault("tweet")
        Vocabulary vocabulary();

        /** How long to wait for a connection. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** How long to wait for the next byte. */
        @WithDefault("30s")
        Duration readTimeout();

        /** How long a request may take in all. */
        @WithDefault("60s")
        Duration totalTimeout();

        /** The largest response that is read, in bytes, after decompression. */
        @WithDefault("33554432")
        int maxBodyBytes();
    }

    /** X's API of version 1.1, for those who still have access to it. */
    interface Twitter {

        /** The app's key. Without one, the simulator takes its place where it takes X's. */
        Optional<String> consumerKey();

        /** The app's secret. */
        Optional<String> consumerSecret();

        /** The user's token. */
        Optional<String> accessToken();

        /** The user's secret. */
        Optional<String> accessTokenSecret();

        /** Where it is, with the version and a slash at the end. */
        @WithDefault("https://api.twitter.com/1.1/")
        URI baseUrl();
    }

    /** Defaults of the searches in hashtags.yaml. */
    interface Search {

        /** From one poll to the next. */
        @WithDefault("15s")
        Duration delay();

        /** How far back a hashtag that is new is searched, at most 7 days. Every post read is paid for. */
        @WithDefault("15m")
        Duration lookBack();
    }

    /** How the gaps that sources declare are filled. */
    interface Gaps {

        /** Whether they are. Every post read is paid for. */
        @WithDefault("true")
        boolean fill();

        /** From one turn to the next. */
        @WithDefault("30s")
        Duration delay();

        /** How many pages of 100 posts a turn may ask for: searches that are followed share X's limit with it. */
        @WithDefault("5")
        int pages();

        /** How long after its end a gap is left alone, because X lists posts late. */
        @WithDefault("60s")
        Duration listedAfter();

        /** Whether what was found is compared with what X counts, for a request each. */
        @WithDefault("false")
        boolean verify();
    }

    /** X's streams. */
    interface Stream {

        /** The tags of this deployment's rules begin with it and a colon; rules with other tags are left alone. */
        @WithDefault("hashlake")
        String tagPrefix();

        /** How many rules X takes of the app. */
        @WithDefault("1000")
        int maxRules();

        /** How many characters X takes of a rule. */
        @WithDefault("1024")
        int maxRuleLength();

        /** How long after it was added a rule surely applies. */
        @WithDefault("30s")
        Duration ruleDelay();

        /** A connection on which nothing came for so long is given up. X sends a heartbeat every 20 s. */
        @WithDefault("30s")
        Duration silence();

        /** How long after it was written X may still send a post: gaps begin this much earlier. */
        @WithDefault("15s")
        Duration lateness();

        /** How many posts a batch has at most. */
        @WithDefault("500")
        int batchSize();

        /** How long the first post of a batch waits for more. */
        @WithDefault("250ms")
        Duration batchAge();

        /** How many bytes may be read and not handed over yet; then reading stops. */
        @WithDefault("67108864")
        long bufferBytes();

        /** The longest line that is read whole, in bytes. */
        @WithDefault("8388608")
        int maxLineBytes();
    }

    /** Files of posts. */
    interface Files {

        /** Every file of posts that is put here is read, and then moved to done or failed below it. */
        @WithDefault("${hashlake.data-directory}/inbox")
        Path directory();
    }

    /** The Parquet lake. */
    interface Lake {

        /** Where the files go if no bucket is configured. */
        @WithDefault("${hashlake.data-directory}/lake")
        Path directory();

        /** Files are committed when this many rows wait, over all partitions. */
        @WithDefault("100000")
        long rotationRows();

        /** Files are committed when the posts that wait take this much memory, in bytes, over all partitions. */
        @WithDefault("67108864")
        long rotationBytes();

        /** Files are committed when the oldest row has waited this long, the first ones of a process after a second. */
        @WithDefault("10s")
        Duration rotationAge();

        /** How many recent ids are remembered a partition, to drop posts that it holds already. */
        @WithDefault("65536")
        int window();

        /** How many recent ids are remembered over all partitions, at up to 32 bytes each. */
        @WithDefault("2000000")
        long rememberedIds();

        /** How many posts may wait for a commit; then sources wait. */
        @WithDefault("50000")
        int maxUncommitted();
    }

    /** The bucket that takes the place of the lake's directory. */
    interface S3 {

        /** The bucket, of S3 or of a compatible server. Without one, the lake is a local directory. */
        Optional<String> bucket();

        /** What every key begins with, such as lake/. */
        Optional<String> prefix();

        /** Where the server is, such as https://minio:9000. Without it, AWS. */
        Optional<URI> endpoint();

        /** The region. Without it, what AWS's standard chain says, or us-east-1 if there is an endpoint. */
        Optional<String> region();

        /** Whether the bucket is named in the path rather than in the host name. Without it, true if there is an endpoint. */
        Optional<Boolean> pathStyle();

        /** The access key. Without it, AWS's standard chain: environment, profile, container, instance. */
        Optional<String> accessKey();

        /** The secret key that belongs to the access key. */
        Optional<String> secretKey();

        /** What the server shall encrypt objects with: AES256 or KMS. Without it, what the bucket says. */
        Optional<Encryption> encryption();

        /** The key for KMS. Without it, the account's default key. */
        Optional<String> kmsKeyId();

        /** How objects are protected on their way: CRC32 or MD5. Without it, MD5 if there is an endpoint, which all servers know. */
        Optional<S3Settings.Checksums> checksums();

        /** Larger objects are put in parts of this size, in bytes. */
        @WithDefault("16777216")
        long partBytes();

        /** How many requests are under way at once. */
        @WithDefault("16")
        int parallelism();

        /** How long to wait for a connection. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How long one attempt of a request may take; each has three. */
        @WithDefault("60s")
        Duration requestTimeout();

        /** Who has the key. */
        enum Encryption {
            AES256,
            KMS
        }
    }

    /** Payloads as received. */
    interface Raw {

        /** Files are committed when this many payloads wait. */
        @WithDefault("100000")
        long rotationRows();

        /** Files are committed when the payloads that wait take this much memory, in bytes. */
        @WithDefault("33554432")
        long rotationBytes();

        /** Files are committed when the oldest payload has waited this long. */
        @WithDefault("60s")
        Duration rotationAge();

        /** How many posts may wait for a commit, at 4 KiB of payload each; then sources wait. */
        @WithDefault("20000")
        int maxUncommitted();
    }

    /** The warehouse. */
    interface Warehouse {

        /** A PostgreSQL 14 or newer, as jdbc:postgresql://host/database. Without one, a PostgreSQL of its own is run. */
        Optional<String> jdbcUrl();

        /** The database user. */
        Optional<String> username();

        /** The database user's password. */
        Optional<String> password();

        /** How many posts may wait for a commit; then sources wait. */
        @WithDefault("20000")
        int maxUncommitted();
    }

    /** What could not be parsed or stored. */
    interface DeadLetter {

        /** Where it is kept, one file a day. */
        @WithDefault("${hashlake.data-directory}/dead-letter")
        Path directory();
    }

    /** The simulator, which takes X's place where no bearer token is configured. */
    interface Simulator {

        /** The same seed gives the same posts. */
        @WithDefault("42")
        long seed();

        /** How many posts are written a second, over all hashtags. */
        @WithDefault("50")
        double postsPerSecond();

        /** How many posts are written in all; 0 is no end. */
        @WithDefault("0")
        long posts();

        /** The port of a simulator that runs alone; 0 is any free one. */
        @WithDefault("8090")
        int port();

        /** The share of posts that are served twice, 0 to 0.5. */
        @WithDefault("0")
        double duplicates();

        /** The share of posts that their authors delete within ten minutes, 0 to 0.9. */
        @WithDefault("0")
        double deletions();

        /** The share of posts that come late on a stream, by up to five seconds, 0 to 0.5. */
        @WithDefault("0")
        double late();

        /** How likely each post on a stream is to meet with a disconnect, a stall, a cut or a broken line, 0 to 1. */
        @WithDefault("0")
        double streamFaults();

        /** How long a stream is silent before it sends a heartbeat. */
        @WithDefault("20s")
        Duration heartbeat();

        /** How long a change of rules takes to reach an open stream. */
        @WithDefault("20s")
        Duration ruleDelay();

        /** Whether streams may be asked for what was written before. */
        @WithDefault("false")
        boolean backfill();
    }

    /** The REST API. */
    interface Api {

        /** What opens the verbs that change something, 16 characters or more. Without it, they are shut. */
        Optional<String> token();

        /** How many exports of posts run at once, 1 to 32; more are refused until one has ended. */
        @WithDefault("4")
        int exports();
    }

    /** Queries in SQL that come over the API. */
    interface Sql {

        /** The database user they are run with, who may do nothing but read. Without one, Hashlake makes one where it may. */
        Optional<String> username();

        /** That user's password. */
        Optional<String> password();

        /** How long one may run. */
        @WithDefault("10s")
        Duration timeout();

        /** How many rows one returns; the rest is cut off. */
        @WithDefault("10000")
        int rows();

        /** How large the values of one's result may be, in bytes. */
        @WithDefault("10485760")
        int bytes();

        /** How many run at once. */
        @WithDefault("4")
        int concurrency();
    }

    /** The job that brings the star schema up to date. */
    interface StarSchema {

        /** From one run to the next; the first is 10 s after the start. */
        @WithDefault("1h")
        Duration every();
    }

    /** What is read out of the texts of posts. */
    interface Text {

        /**
         * Languages that a text is recognised as where X does not know its language, as ISO 639-1 codes separated by commas. The
         * fewer, the surer. None recognises none and takes no memory.
         */
        @WithDefault(
                "ar,bg,ca,cs,da,de,el,en,es,fa,fi,fr,he,hi,hr,hu,id,it,ja,ko,nl,no,pl,pt,ro,ru,sv,th,tr,uk,ur,vi,zh")
        Optional<String> languages();
    }

    /** How much of X may be read, over all sources and processes that share the warehouse. Days and months are those of UTC. */
    interface Budget {

        /** How many posts may be read a day, 10 or more. Then sources pause. Without it, any number. */
        Optional<Long> postsPerDay();

        /** How many posts may be read a month, 10 or more. Then sources pause. Without it, any number. */
        Optional<Long> postsPerMonth();
    }

    /** Small files of the lake become large ones. */
    interface Compaction {

        /** From one run to the next; the first is a minute after the start. */
        @WithDefault("15m")
        Duration every();

        /** A partition with so many small files is compacted; two are enough where none came for a day. */
        @WithDefault("8")
        int minFiles();

        /** How large a file is to become, in bytes. It is held in memory while it is written. */
        @WithDefault("134217728")
        long targetSize();

        /** Files are left alone until they are so old. */
        @WithDefault("10m")
        Duration settleAge();

        /** How long new files stand beside those that they replace, so that readers that are listing miss nothing. */
        @WithDefault("2s")
        Duration overlap();
    }

    /** The star schema as Parquet files. */
    interface Marts {

        /** From one export to the next; the first is two minutes after the start. */
        @WithDefault("15m")
        Duration every();
    }
}
