package io.hashlake.files;

import java.util.List;
import java.util.regex.Pattern;

/** A guess at what a file without posts is, from its beginning. */
record Resemblance(Pattern start, String description) {

    private static final List<Resemblance> ALL = List.of(
            of("\\s*", "it is empty"),
            of(
                    "\\[?\\s*\\{\\s*\"users\"\\s*:.*",
                    "it looks like the users_ file that academictwitteR writes beside its data_ file, where the posts are"),
            of("\\{\\s*\"meta\"\\s*:\\s*\\{\\s*\"result_count\"\\s*:\\s*0.*", "it is an answer without any"),
            of(".{0,300}\"tweet_count\".*", "it looks like counts of posts"),
            of(".{0,300}\"(followers_count|public_metrics|screen_name|username)\".*", "it looks like users"),
            of("\\s*\\{\\s*(u?'|\\w+\\s*:).*", "it looks like what Python prints; write it with json.dumps"),
            of(
                    "\\s*(\"?\\d{5,20}\"?[\\s,]+){2,}.*",
                    "it looks like a list of ids; fetch the posts first (twarc2 hydrate)"),
            of("\\s*<.*", "it looks like HTML or XML"),
            of("(--|/\\*|(?i)insert|(?i)create|COPY)\\b.*", "it looks like SQL"),
            of(
                    "\\s*[^{\\[\\n]*[,;\\t][^{\\[\\n]*[,;\\t].*",
                    "it looks like CSV; write the posts as JSON, one on a line"),
            of("\\s*[{\\[].*", "it looks like other JSON"));

    private static Resemblance of(String start, String description) {
        return new Resemblance(Pattern.compile(start, Pattern.DOTALL), description);
    }

    /** @param start a file's first characters */
    static String of(String start) {
        return ALL.stream()
                .filter(one -> one.start.matcher(start).matches())
                .map(Resemblance::description)
                .findFirst()
                .orElse("it looks like text");
    }
}
