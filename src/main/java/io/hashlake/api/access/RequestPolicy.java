package io.hashlake.api.access;

import io.hashlake.api.access.HostNames.Authority;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses what a browser sends here for the page of a stranger. */
public final class RequestPolicy {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://([^/?#]*).*", Pattern.DOTALL);
    private static final Pattern ORIGIN = Pattern.compile("(?i)(https?)://(.+)");
    private static final int LONGEST = 100;

    private final HostNames names;

    public RequestPolicy(HostNames names) {
        this.names = names;
    }

    /** Problem that ends the request, if any. */
    public Optional<Problem> refusal(RequestHead head) {
        if (head.hosts().size() > 1 || head.hosts().isEmpty() && !head.mayLackHost()) {
            return Optional.of(ProblemType.INVALID_REQUEST.because(
                    "the request has " + head.hosts().size() + " headers Host; it must have one"));
        }
        List<String> authorities = new ArrayList<>(head.hosts());
        Matcher absolute = ABSOLUTE.matcher(head.target());
        if (absolute.matches()) {
            authorities.add(absolute.group(1));
        }
        return authorities.stream()
                .filter(authority -> !isAllowed(authority))
                .findFirst()
                .map(RequestPolicy::misdirected)
                .or(() -> ofOrigin(head));
    }

    private boolean isAllowed(String authority) {
        return HostNames.parse(authority)
                .filter(known -> names.allow(known.host()))
                .isPresent();
    }

    private static Problem misdirected(String authority) {
        return ProblemType.MISDIRECTED.because("the request is for the host \"" + shortened(authority)
                + "\", which is not configured: add its name to " + HostNames.KEY + " if it is to lead here");
    }

    /** A browser sends plain text and forms to any address for any page, and asks nobody. */
    private static Optional<Problem> ofOrigin(RequestHead head) {
        boolean isForeign = !head.isReading()
                && head.origins().stream()
                        .anyMatch(origin -> head.hosts().stream().noneMatch(host -> isSame(origin, host)));
        return isForeign
                ? Optional.of(ProblemType.FORBIDDEN.because("a page of another origin cannot ask this"))
                : Optional.empty();
    }

    private static boolean isSame(String origin, String host) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return false;
        }
        String usualPort = parts.group(1).equalsIgnoreCase("https") ? "443" : "80";
        Optional<Authority> page = HostNames.parse(parts.group(2)).map(known -> complete(known, usualPort));
        return page.isPresent() && page.equals(HostNames.parse(host).map(known -> complete(known, usualPort)));
    }

    private static Authority complete(Authority authority, String usualPort) {
        return new Authority(authority.host(), authority.port().or(() -> Optional.of(usualPort)));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
