package io.hashlake.live;

import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.SourceView;
import java.util.List;

/**
 * State of the system itself, the same for every view.
 *
 * @param gaps some of the last month, open ones first, then the newest first
 * @param troubles sources of this process that wait or have stopped
 * @param refused route files of this process that are not in force
 * @param spend null where it is not known
 * @param removals null where it is not known
 * @param canFollow whether the API lets a hashtag be followed
 */
record Situation(
        List<SourceView> sources,
        List<GapView> gaps,
        List<SourceTrouble> troubles,
        List<RefusedRoutes> refused,
        SpendToday spend,
        ComplianceStatus removals,
        boolean canFollow) {}
