package nl.klimrek.servicekit.tabular.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that knows at which line and character it is. */
final class PositionReader extends FilterReader {

    private long line = 1;
    private long column = 1;

    PositionReader(Reader in) {
        super(in);
    }

    /** Reads to the end, one character at a time, so that the place is exact where reading fails. */
    void readAll() throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            column++;
            if (next == '\n') {
                line++;
                column = 1;
            }
        }
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }
}
