package nl.klimrek.servicekit.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Drains the rest of a body after the answer is decided, as long as it arrives fast, and keeps none of it. */
final class BodyDrain implements ApplicationBufferHandler {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    private BodyDrain() {}

    /** Whether the body came to its end, so that the connection can serve another request. */
    static boolean readAway(InputBuffer body) {
        BodyDrain leftovers = new BodyDrain();
        long begin = System.nanoTime();
        long read = 0;
        try {
            while (read < MOST_BYTES && System.nanoTime() - begin < LONGEST.toNanos()) {
                int bytes = body.doRead(leftovers);
                if (bytes < 0) {
                    return true;
                }
                read += bytes;
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // Nothing is kept here.
    }
}
