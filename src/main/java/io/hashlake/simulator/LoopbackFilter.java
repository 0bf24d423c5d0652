package io.hashlake.simulator;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses requests under any name but those of the loopback interface: a page may let its own name lead here. */
final class LoopbackFilter extends Filter {

    private static final int MISDIRECTED = 421;
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:localhost\\.?|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d*)?");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        String authority = exchange.getRequestURI().getRawAuthority();
        boolean isLoopback = hosts.size() == 1 && isName(hosts.get(0)) && (authority == null || isName(authority));
        if (isLoopback) {
            chain.doFilter(exchange);
        } else {
            exchange.sendResponseHeaders(MISDIRECTED, -1);
            exchange.close();
        }
    }

    @Override
    public String description() {
        return "names of the loopback interface";
    }

    private static boolean isName(String authority) {
        return NAME.matcher(authority).matches();
    }
}
