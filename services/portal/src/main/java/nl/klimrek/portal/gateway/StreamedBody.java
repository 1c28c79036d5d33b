package nl.klimrek.portal.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request while it is passed on by another thread. Once it is closed nobody reads from the request any
 * more, so that the container can use the request again; closing waits for a read that is under way.
 */
final class StreamedBody extends FilterInputStream {
    private boolean closed;

    StreamedBody(InputStream body) {
        super(body);
    }

    @Override
    public synchronized int read() throws IOException {
        check();
        return in.read();
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) throws IOException {
        check();
        return in.read(into, from, count);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("the request is over");
        }
    }
}
