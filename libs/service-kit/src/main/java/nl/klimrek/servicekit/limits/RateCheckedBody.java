package nl.klimrek.servicekit.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * The body of one request, read from its connection by a controller, a filter, or Tomcat for a form's fields. Once the body is too slow,
 * every further read is refused (408).
 */
final class RateCheckedBody implements InputBuffer {
    private final InputBuffer connection;
    private final TransferRateCheck pace;
    private final long length;
    private final Runnable whenWhole;
    private boolean whole;
    private boolean tooSlow;

    /** @param length declared length, -1 where the body is chunked; @param whenWhole runs once, when the last byte is here */
    RateCheckedBody(InputBuffer connection, TransferRateCheck pace, long length, Runnable whenWhole) {
        this.connection = connection;
        this.pace = pace;
        this.length = length;
        this.whenWhole = whenWhole;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (tooSlow) {
            throw slow();
        }
        int bytes = read(handler);
        if (bytes > 0) {
            pace.received(bytes);
        }
        if (bytes < 0 || length >= 0 && pace.received() >= length) {
            ended();
        } else if (pace.isTooSlow()) {
            throw slow();
        }
        return bytes;
    }

    private int read(ApplicationBufferHandler handler) throws IOException {
        try {
            return connection.doRead(handler);
        } catch (SocketTimeoutException silent) {
            throw slow();
        }
    }

    private void ended() {
        if (!whole) {
            whole = true;
            whenWhole.run();
        }
    }

    private RequestRefusedException slow() {
        tooSlow = true;
        return new RequestRefusedException(HttpStatus.REQUEST_TIMEOUT, "body-too-slow");
    }

    @Override
    public int available() {
        return connection.available();
    }

    boolean isWhole() {
        return whole;
    }

    boolean isTooSlow() {
        return tooSlow;
    }
}
