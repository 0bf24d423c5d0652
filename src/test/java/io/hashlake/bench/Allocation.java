package io.hashlake.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Bytes that this process has allocated, by all its threads, those that have ended included: what was freed and what is there. */
final class Allocation {

    private static final AtomicLong FREED = new AtomicLong();

    static {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> ((NotificationEmitter) collector)
                .addNotificationListener(
                        (notification, ignored) -> collected((CompositeData) notification.getUserData()), null, null));
    }

    private Allocation() {}

    static long bytes() {
        return FREED.get()
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void collected(CompositeData data) {
        GcInfo collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        FREED.addAndGet(used(collection.getMemoryUsageBeforeGc().values())
                - used(collection.getMemoryUsageAfterGc().values()));
    }

    private static long used(Iterable<MemoryUsage> pools) {
        long used = 0;
        for (MemoryUsage pool : pools) {
            used += pool.getUsed();
        }
        return used;
    }
}
