package io.hashlake.acceptance;

import io.hashlake.simulator.settings.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What can happen to a system of several processes. */
enum ChaosEvent {
    INGEST_KILLED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            killAndStart(cluster, Cluster.INGEST);
        }
    },
    LAKE_KILLED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            killAndStart(cluster, any(cluster.running("lake"), random));
        }
    },
    WAREHOUSE_KILLED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            killAndStart(cluster, any(cluster.running("warehouse"), random));
        }
    },
    BROKER_KILLED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            cluster.broker.kill();
            pause(random, 2_000);
            cluster.broker.start();
        }
    },
    BROKER_RESTARTED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            cluster.broker.stop();
            cluster.broker.start();
        }
    },
    BUCKET_OUT {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            cluster.s3.kill();
            pause(random, 5_000);
            cluster.s3.restart();
        }
    },
    DATABASE_OUT {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            cluster.stopDatabase();
            pause(random, 5_000);
            cluster.startDatabase();
        }
    },
    CONSUMER_ADDED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            String role = random.nextBoolean() ? "lake" : "warehouse";
            if (cluster.running(role).size() < 3) {
                cluster.start(role + "-" + (100 + random.nextInt(900)));
            }
        }
    },
    CONSUMER_REMOVED {
        @Override
        void strike(Cluster cluster, Random random) throws Exception {
            List<String> consumers = cluster.running(random.nextBoolean() ? "lake" : "warehouse");
            if (consumers.size() > 1) {
                cluster.stop(any(consumers, random));
            }
        }
    },
    STREAM_DISCONNECTED {
        @Override
        void strike(Cluster cluster, Random random) {
            cluster.simulator.fail(any(DISCONNECTS, random), 1);
        }
    };

    private static final List<FaultKind> DISCONNECTS = List.of(
            FaultKind.OPERATIONAL_DISCONNECT,
            FaultKind.UPSTREAM_OPERATIONAL_DISCONNECT,
            FaultKind.FORCE_DISCONNECT,
            FaultKind.UPSTREAM_UNCLEAN_DISCONNECT,
            FaultKind.SLOW_READER,
            FaultKind.INTERNAL_ERROR,
            FaultKind.CLIENT_APPLICATION_STATE_DEGRADED,
            FaultKind.INVALID_RULES,
            FaultKind.STALL,
            FaultKind.CUT_LINE,
            FaultKind.RESET_LINE);

    /** Lets it happen, and puts right what a person would put right; what is started anew is not waited for. */
    abstract void strike(Cluster cluster, Random random) throws Exception;

    private static void killAndStart(Cluster cluster, String name) throws Exception {
        cluster.kill(name);
        cluster.start(name);
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An outage of some length is what is tested here; there is nothing to wait for. */
    static void pause(Random random, int mostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Duration.ofMillis(random.nextInt(mostMillis)).toMillis());
    }
}
