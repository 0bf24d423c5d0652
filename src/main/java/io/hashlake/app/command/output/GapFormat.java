package io.hashlake.app.command.output;

import io.hashlake.api.json.Json;
import io.hashlake.api.response.Csv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Forms in which gaps are listed. */
public enum GapFormat {
    TEXT {
        @Override
        public void print(List<GapLine> gaps, PrintStream out) {
            gaps.forEach(gap -> out.println(line(gap)));
            out.println(gaps.size() == 1 ? "1 gap" : gaps.size() + " gaps");
        }
    },
    JSON {
        @Override
        public void print(List<GapLine> gaps, PrintStream out) {
            out.println(new String(Json.bytes(gaps), StandardCharsets.UTF_8));
        }
    },
    CSV {
        @Override
        public void print(List<GapLine> gaps, PrintStream out) throws IOException {
            Csv csv = new Csv(Csv.columns(GapLine.class), out, false);
            for (GapLine gap : gaps) {
                csv.writeRecord(gap);
            }
            csv.flush();
        }
    };

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public abstract void print(List<GapLine> gaps, PrintStream out) throws IOException;

    private static String line(GapLine gap) {
        String state = gap.filled() ? "filled" : gap.state();
        return "%s  %s – %s  %s  %s".formatted(gap.source(), gap.from(), gap.to(), state, gap.reason());
    }
}
