package io.hashlake.dataset.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import io.hashlake.dataset.declaration.FileFormat;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads records, each of one line or, within quotes, of several. A record that cannot be read costs its first line alone: the
 * next one begins in the line after it.
 */
final class RecordReader {

    /** Replacement for bytes that are none of the encoding. */
    private static final char UNREADABLE = '\uFFFD';

    private final CsvLineReader lines;
    private final Quotes quotes;
    private final FileFormat format;
    private final CsvReaderBuilder parser;
    private final Deque<Line> ahead = new ArrayDeque<>();

    RecordReader(Reader in, FileFormat format) {
        this.lines = new CsvLineReader(in);
        this.quotes = new Quotes(format.delimiter(), format.quote());
        this.format = format;
        this.parser = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /** Returns the next record that is not blank, or null at the end. */
    RawRecord next() throws IOException {
        Line line = line();
        while (line != null && line.text().isBlank()) {
            line = line();
        }
        return line == null ? null : record(line);
    }

    private Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private RawRecord record(Line first) throws IOException {
        if (first.isCut()) {
            return RawRecord.unreadable(first, "longer than " + CsvLineReader.MAX_LENGTH + " characters");
        }
        return quotes.isOpenAfter(first.text(), false) ? continued(first) : parsed(first, first.text());
    }

    private RawRecord continued(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        boolean isOpen = true;
        while (isOpen && text.length() <= CsvLineReader.MAX_LENGTH) {
            Line line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            text.append('\n').append(line.text());
            isOpen = quotes.isOpenAfter(line.text(), true);
        }
        RawRecord record = isOpen
                ? RawRecord.unreadable(first, "a quote is opened and not closed")
                : parsed(first, text.toString());
        if (record.isUnreadable()) {
            putBack(more);
        }
        return record;
    }

    private void putBack(List<Line> more) {
        for (int i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
    }

    private RawRecord parsed(Line first, String text) {
        if (text.indexOf('\0') >= 0) {
            return RawRecord.unreadable(first, "holds NUL bytes");
        }
        if (text.indexOf(UNREADABLE) >= 0) {
            return RawRecord.unreadable(first, "holds bytes that are not of the encoding " + format.encoding());
        }
        try {
            return new RawRecord(
                    first.number(), text, parser.ofSingleCsvRecord(text).getFields(), null);
        } catch (CsvParseException e) {
            return RawRecord.unreadable(first, "quotes are not balanced");
        }
    }
}
