package io.hashlake.x.client;

import io.hashlake.tweet.Snowflake;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jboss.logging.Logger;

/**
 * X's time: that of this machine's clock, corrected by the Date of X's answers where the two differ by more than some seconds.
 * Ids carry X's time, so whatever is compared with ids, or made one, is made from this. Safe for use by many threads.
 */
public final class XTime extends Clock {

    /** A difference that is none: answers take a while, and their Date has whole seconds. */
    public static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(XTime.class);

    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant newest = Instant.MIN;
    private volatile boolean heard;

    public XTime(Clock machine) {
        this.machine = machine;
    }

    /** The time by this machine's clock. */
    public Instant machine() {
        return machine.instant();
    }

    /** X's time. */
    @Override
    public Instant instant() {
        Instant corrected = machine.instant().minus(ahead);
        return corrected.isAfter(newest) ? corrected : newest;
    }

    /** The earlier of X's time and this machine's. */
    public Instant earliest() {
        Instant corrected = instant();
        return corrected.isBefore(machine()) ? corrected : machine();
    }

    /** Returns whether X has answered yet. */
    public boolean isHeard() {
        return heard;
    }

    /** Returns how far this machine's clock is ahead of X's; negative if it is behind, zero if they agree. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Takes in when X says that it answered.
     *
     * @param date as in HTTP; null or unreadable where it was not told
     * @param asked when it was asked, by this machine's clock
     */
    synchronized void answered(String date, Instant asked) {
        try {
            Instant told = ZonedDateTime.parse(date == null ? "" : date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            correct(difference(told, asked, machine.instant()));
            heard = true;
        } catch (DateTimeException e) {
            // Without a Date this machine's clock is all there is.
        }
    }

    /** Takes in the newest post that X has given: it cannot lie ahead of X's time. */
    public void listed(long id) {
        Instant written = Snowflake.time(id);
        Instant limit = machine().plus(TOLERATED);
        if (written.isAfter(newest) && !written.isAfter(limit)) {
            newest = written;
        }
    }

    /** X answered at some time between question and answer. */
    private static Duration difference(Instant told, Instant asked, Instant received) {
        Duration before = Duration.between(told, asked);
        Duration after = Duration.between(told, received);
        if (before.compareTo(TOLERATED) > 0) {
            return before;
        }
        return after.negated().compareTo(TOLERATED) > 0 ? after : Duration.ZERO;
    }

    private void correct(Duration now) {
        Duration change = now.minus(ahead).abs();
        if (ahead.isZero() != now.isZero()) {
            if (now.isZero()) {
                LOG.info("This machine's clock agrees with X's again");
            } else {
                LOG.warnf("This machine's clock %s: set it by NTP", describe(now));
            }
        }
        ahead = change.compareTo(TOLERATED) > 0 || now.isZero() ? now : ahead;
    }

    /** Describes a difference for a log line. */
    public static String describe(Duration ahead) {
        return "is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " X's; positions follow X's time";
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine, ahead.negated()).withZone(zone);
    }
}
