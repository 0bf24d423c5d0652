package io.hashlake.app.runtime;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.reload.RefusedFile;
import io.hashlake.pipeline.reload.ReloadListener;
import org.jboss.logging.Logger;

/** Logs and counts what becomes of changed route files. */
public final class ReloadLog implements ReloadListener {

    private static final Logger LOG = Logger.getLogger(ReloadLog.class);

    private final Meters meters;

    public ReloadLog(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void applied(String file) {
        meters.routesReloaded("applied");
        LOG.infof("Reloaded %s", file);
    }

    @Override
    public void refused(RefusedFile file) {
        meters.routesReloaded("refused");
        LOG.errorf("Refused the change of %s, whose former routes go on:%n%s", file.name(), file.reason());
    }
}
