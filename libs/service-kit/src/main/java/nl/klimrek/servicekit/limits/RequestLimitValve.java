package nl.klimrek.servicekit.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Limits requests before every filter. A request holds a slot while its body arrives, so slow bodies hold a bounded number of threads,
 * and every read checks the body's rate. An unread rest is drained for a moment, so that the client sees the answer; then the connection
 * is closed.
 */
final class RequestLimitValve extends ValveBase {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final LimitSettings settings;
    private final Supplier<ProblemWriter> problems;
    private final PerAddressSemaphore requests;
    private final PerAddressSemaphore bodies;

    RequestLimitValve(LimitSettings settings, Supplier<ProblemWriter> problems) {
        super(true);
        this.settings = settings;
        this.problems = problems;
        this.requests = new PerAddressSemaphore(0, settings.requestsPerAddress());
        this.bodies = new PerAddressSemaphore(settings.bodiesAtOnce(), settings.bodiesPerAddress());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = request.getRemoteAddr();
        if (hasBody(request)) {
            withBody(address, request, response);
        } else if (taken(requests, address)) {
            try {
                getNext().invoke(request, response);
            } finally {
                requests.release(address);
            }
        } else {
            refuse(request, response);
        }
    }

    private void withBody(String address, Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        InputBuffer connection = wire.getInputBuffer();
        long length = wire.getContentLengthLong();
        boolean here = length >= 0 && connection.available() >= length;
        if (!here && !taken(bodies, address)) {
            refuse(request, response);
            return;
        }
        AtomicBoolean held = new AtomicBoolean(!here);
        Runnable release = () -> {
            if (held.compareAndSet(true, false)) {
                bodies.release(address);
            }
        };
        TransferRateCheck pace = new TransferRateCheck(
                System::nanoTime,
                settings.bodyTime(),
                settings.bodyGrace(),
                settings.leastRate().toBytes());
        RateCheckedBody body = new RateCheckedBody(connection, pace, length, release);
        wire.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !body.isWhole()) {
                response.finishResponse();
                if (body.isTooSlow() || wire.hasExpectation() || !BodyDrain.readAway(connection)) {
                    close(request);
                }
            }
        } finally {
            wire.setInputBuffer(connection);
            release.run();
        }
    }

    private static boolean hasBody(Request request) {
        return request.getCoyoteRequest().getContentLengthLong() > 0
                || request.getCoyoteRequest().getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean taken(PerAddressSemaphore slots, String address) {
        try {
            return slots.take(address, PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(Request request, Response response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        problems.get().write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "busy", Map.of());
        if (hasBody(request)) {
            close(request);
        }
    }

    /** Tomcat would otherwise drain the rest of the body with this thread, at any speed. */
    private static void close(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
