package nl.klimrek.portal.livecount;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import nl.klimrek.portal.reader.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this portal: one for each page that is looked at, a bounded number for each person. They end at sign-out, with
 * their session, and before the portal stops.
 */
@Component
class LiveCounts implements SmartLifecycle {
    private static final int MAX_PER_PERSON = 6;
    private static final int MAX_STREAMS = 512;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Before the web server, which waits for open requests. */
    private static final int STOPS_EARLY = DEFAULT_PHASE - 512;

    private static final String PATH = "/api/reminders/count";

    private final HttpClient http;
    private final UpstreamClient upstreams;
    private final SessionRepository<?> sessions;
    private final Map<String, Set<CountStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private volatile boolean running;

    LiveCounts(HttpClient http, UpstreamClient upstreams, SessionRepository<?> sessions) {
        this.http = http;
        this.upstreams = upstreams;
        this.sessions = sessions;
    }

    /** Opens a stream for a page; null when there are as many as there may be, or the service is unavailable. */
    @Nullable
    SseEmitter open(Viewer viewer, String session) {
        String person = viewer.organisation() + "/" + viewer.person();
        Set<CountStream> own = streams.computeIfAbsent(person, none -> ConcurrentHashMap.newKeySet());
        if (!running || own.size() >= MAX_PER_PERSON || total.get() >= MAX_STREAMS) {
            return null;
        }
        HttpRequest request;
        try {
            request = request(upstreams.address(Upstream.REMINDERS, PATH), viewer);
        } catch (UpstreamUnavailableException unavailable) {
            return null;
        }
        // The service ends the stream after some minutes, and this one with it.
        SseEmitter page = new SseEmitter(0L);
        CountStream stream = new CountStream(page, () -> sessions.findById(session) != null);
        own.add(stream);
        total.incrementAndGet();
        Runnable closed = () -> {
            stream.end();
            if (own.remove(stream)) {
                total.decrementAndGet();
            }
        };
        page.onCompletion(closed);
        page.onError(failed -> closed.run());
        http.sendAsync(request, lines(stream)).whenComplete((answer, failed) -> {
            if (failed != null) {
                stream.end();
            }
        });
        return page;
    }

    private static HttpRequest request(URI address, Viewer viewer) {
        return HttpRequest.newBuilder(address)
                .timeout(CONNECT_TIMEOUT)
                .header("Authorization", "Bearer " + viewer.token())
                .header("Klimrek-Stream", "count")
                .GET()
                .build();
    }

    private static BodyHandler<@Nullable Void> lines(CountStream stream) {
        return answer -> {
            if (answer.statusCode() != 200) {
                stream.end();
                return BodySubscribers.replacing(null);
            }
            return BodySubscribers.fromLineSubscriber(stream, done -> null, StandardCharsets.UTF_8, null);
        };
    }

    /** A person who signs out gets no more counts at once; another of their sessions asks for a new stream. */
    @EventListener
    void end(LogoutSuccessEvent signedOut) {
        String name = signedOut.getAuthentication().getName();
        streams.forEach((person, own) -> {
            if (person.endsWith("/" + name)) {
                own.forEach(CountStream::end);
            }
        });
    }

    int openStreams() {
        return total.get();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.values().forEach(own -> own.forEach(CountStream::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return STOPS_EARLY;
    }
}
