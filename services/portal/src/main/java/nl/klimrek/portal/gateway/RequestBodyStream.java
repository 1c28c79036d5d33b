package nl.klimrek.portal.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while another thread forwards it. After closing it no thread reads the request, so the
 * container can reuse it; closing waits for a read in progress.
 */
final class RequestBodyStream extends FilterInputStream {
    private boolean closed;
    private volatile @Nullable RequestRefusedException tooSlow;

    RequestBodyStream(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) throws IOException {
        if (closed) {
            throw new IOException("the request is over");
        }
        try {
            return in.read(into, from, count);
        } catch (IOException brokenOff) {
            throw new SenderFailedException(brokenOff);
        } catch (RequestRefusedException slow) {
            tooSlow = slow;
            throw new SenderFailedException(slow);
        }
    }

    /** Fails where the sender was too slow. */
    void check() {
        if (tooSlow != null) {
            throw tooSlow;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
