package io.hashlake.acceptance;

import io.hashlake.simulator.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What can happen to a system of several processes. */
enum ChaosEvent {
    INGEST_KILLED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            killAndStart(stage, ChaosStage.INGEST);
        }
    },
    LAKE_KILLED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            killAndStart(stage, any(stage.running("lake"), random));
        }
    },
    WAREHOUSE_KILLED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            killAndStart(stage, any(stage.running("warehouse"), random));
        }
    },
    BROKER_KILLED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            stage.broker.kill();
            pause(random, 2_000);
            stage.broker.start();
        }
    },
    BROKER_RESTARTED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            stage.broker.stop();
            stage.broker.start();
        }
    },
    BUCKET_OUT {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            stage.s3.kill();
            pause(random, 5_000);
            stage.s3.restart();
        }
    },
    DATABASE_OUT {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            stage.stopDatabase();
            pause(random, 5_000);
            stage.startDatabase();
        }
    },
    CONSUMER_ADDED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            String role = random.nextBoolean() ? "lake" : "warehouse";
            if (stage.running(role).size() < 3) {
                stage.start(role + "-" + (100 + random.nextInt(900)));
            }
        }
    },
    CONSUMER_REMOVED {
        @Override
        void strike(ChaosStage stage, Random random) throws Exception {
            List<String> consumers = stage.running(random.nextBoolean() ? "lake" : "warehouse");
            if (consumers.size() > 1) {
                stage.stop(any(consumers, random));
            }
        }
    },
    STREAM_DISCONNECTED {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.simulator.fail(any(DISCONNECTS, random), 1);
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
    abstract void strike(ChaosStage stage, Random random) throws Exception;

    private static void killAndStart(ChaosStage stage, String name) throws Exception {
        stage.kill(name);
        stage.start(name);
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
