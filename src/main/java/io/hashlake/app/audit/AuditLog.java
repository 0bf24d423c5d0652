package io.hashlake.app.audit;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * One line per change in the log category {@code hashlake.audit}: who, what, and what it was done to. The line's time says when.
 * Nothing of a post is in it.
 */
public final class AuditLog {

    private static final Logger LOG = Logger.getLogger("hashlake.audit");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Parts of the system that change something. */
    public enum Area {
        ROUTE,
        RULE,
        REQUEST
    }

    /**
     * Writes a line.
     *
     * @param action past participle, such as {@code applied}
     * @param object file, rule or address
     * @param by user, token or process
     */
    public void record(Area area, String action, String object, String by) {
        LOG.infof("%s %s: %s by %s", area.name().toLowerCase(Locale.ROOT), action, inLine(object), inLine(by));
    }

    /** Whoever writes a file or a request does not write lines of the log. */
    private static String inLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
