package nl.klimrek.servicekit.tabular;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops reading when one record grows too long. So neither a quotation mark that never closes nor a row of millions of
 * columns can fill the memory.
 */
final class RecordLimitReader extends FilterReader {

    /** Most characters of one record. No roster row comes near it. */
    static final int MAX_RECORD = 256 * 1024;

    private long sinceRecord;
    private int last = -1;

    RecordLimitReader(Reader in) {
        super(in);
    }

    /** A record is complete. */
    void recordRead() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            count(1);
            last = read;
        }
        return read;
    }

    @Override
    public int read(char[] into, int from, int count) throws IOException {
        int read = in.read(into, from, count);
        if (read > 0) {
            count(read);
            last = into[from + read - 1];
        }
        return read;
    }

    /** Whether the last character read ends a line. */
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }

    private void count(int read) throws RecordTooLongException {
        sinceRecord += read;
        if (sinceRecord > MAX_RECORD) {
            throw new RecordTooLongException();
        }
    }

    /** One record is longer than {@link #MAX_RECORD}. */
    static final class RecordTooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
