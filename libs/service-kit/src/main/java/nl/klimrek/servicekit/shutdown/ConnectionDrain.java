package nl.klimrek.servicekit.shutdown;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets clients leave before the web server stops. From the moment the service is asked to stop it is not ready, answers
 * every request as before, and asks each client to close its connection. A client that keeps connections open would
 * otherwise send its next request on one that the server is just closing.
 *
 * <p>It takes the drain time, which is part of the time to stop; with none it does nothing.
 */
final class ConnectionDrain extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration time;
    private final ApplicationEventPublisher events;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean draining;

    ConnectionDrain(Duration time, ApplicationEventPublisher events) {
        this.time = time;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (time.isZero()) {
            return;
        }
        draining = true;
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        try {
            boolean ended = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
            assert !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped first, before listeners and the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
