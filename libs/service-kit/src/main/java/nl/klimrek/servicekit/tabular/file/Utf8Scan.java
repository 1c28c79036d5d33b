package nl.klimrek.servicekit.tabular.file;

/**
 * Checks bytes against UTF-8 (RFC 3629) as they come in. Counts sequences of more than one byte, which hardly occur by
 * chance, and remembers where the first byte is that does not fit.
 */
final class Utf8Scan {

    private long line = 1;
    private long column = 1;
    private long sequences;
    private long faults;
    private long faultLine;
    private long faultColumn;
    private int missing;
    private int least = 0x80;
    private int most = 0xBF;

    void accept(int value) {
        if (missing > 0) {
            if (value >= least && value <= most) {
                least = 0x80;
                most = 0xBF;
                if (--missing == 0) {
                    sequences++;
                    column++;
                }
                return;
            }
            fault();
            missing = 0;
        }
        first(value);
    }

    private void first(int value) {
        if (value < 0x80) {
            column++;
            if (value == '\n') {
                line++;
                column = 1;
            }
            return;
        }
        least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        missing = value >= 0xC2 && value <= 0xDF
                ? 1
                : value >= 0xE0 && value <= 0xEF ? 2 : value >= 0xF0 && value <= 0xF4 ? 3 : 0;
        if (missing == 0) {
            fault();
        }
    }

    private void fault() {
        if (faults++ == 0) {
            faultLine = line;
            faultColumn = column;
        }
        column++;
    }

    void finish() {
        if (missing > 0) {
            fault();
            missing = 0;
        }
    }

    /** Whole sequences of more than one byte. */
    long sequences() {
        return sequences;
    }

    /** Places that do not fit UTF-8. */
    long faults() {
        return faults;
    }

    /** Line of the first place that does not fit, from 1. */
    long faultLine() {
        return faultLine;
    }

    /** Character of that line at which it is, from 1. */
    long faultColumn() {
        return faultColumn;
    }
}
