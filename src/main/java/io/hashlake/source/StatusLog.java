package io.hashlake.source;

import org.jboss.logging.Logger;

/** Says once when a source begins to do something else. */
public final class StatusLog {

    private static final Logger LOG = Logger.getLogger(StatusLog.class);

    private StatusLog() {}

    /** To be called for every report: only a change of kind is worth a line. */
    public static void changed(String source, SourceStatus before, SourceStatus now) {
        if (before.getClass().equals(now.getClass())) {
            return;
        }
        if (!(now instanceof SourceStatus.Running)) {
            LOG.warnf("Source %s %s", source, now);
        } else if (!(before instanceof SourceStatus.Starting)) {
            LOG.infof("Source %s %s", source, now);
        }
    }
}
