package nl.klimrek.reminders.livecount;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Key;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this instance. One thread reads the inboxes of all connected people together, and tells what changed; a
 * stream holds no thread. It ends after {@value #MAX_MINUTES} minutes, so that a token is checked again.
 */
@Component
class CountStreams implements SmartLifecycle {

    static final int MAX_PER_PERSON = 6;
    static final int MAX_MINUTES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(CountStreams.class);
    private static final int MAX_STREAMS = 5_000;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS_PER_HEARTBEAT = 7;

    /** Before the web server, which waits for open requests. */
    private static final int STOPS_EARLY = DEFAULT_PHASE - 512;

    private final WaitingCounts counts;
    private final Map<Key, Set<SseEmitter>> streams = new ConcurrentHashMap<>();
    private final Map<Key, List<String>> known = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-count");
        thread.setDaemon(true);
        return thread;
    });
    private int round;
    private volatile boolean running;

    CountStreams(WaitingCounts counts) {
        this.counts = counts;
    }

    /** Opens a stream for a person; null when there are as many as there may be. */
    @Nullable
    SseEmitter open(Key person) {
        if (!running || total.get() >= MAX_STREAMS) {
            return null;
        }
        SseEmitter stream = new SseEmitter(Duration.ofMinutes(MAX_MINUTES).toMillis());
        Set<SseEmitter> own = streams.computeIfAbsent(person, none -> ConcurrentHashMap.newKeySet());
        if (own.size() >= MAX_PER_PERSON) {
            return null;
        }
        own.add(stream);
        total.incrementAndGet();
        stream.onCompletion(() -> close(person, stream));
        stream.onTimeout(stream::complete);
        stream.onError(failed -> close(person, stream));
        // The next round tells the count, to everybody of this person.
        known.remove(person);
        return stream;
    }

    int openStreams() {
        return total.get();
    }

    private void close(Key person, SseEmitter stream) {
        streams.computeIfPresent(person, (key, own) -> {
            if (own.remove(stream)) {
                total.decrementAndGet();
            }
            return own.isEmpty() ? null : own;
        });
        if (!streams.containsKey(person)) {
            known.remove(person);
        }
    }

    private void tell() {
        try {
            if (!streams.isEmpty()) {
                Map<Key, List<String>> open = counts.open(streams.keySet());
                Map<Key, List<String>> changed = new HashMap<>(open);
                changed.entrySet().removeIf(each -> each.getValue().equals(known.get(each.getKey())));
                counts.count(changed)
                        .forEach((person, count) -> send(
                                person,
                                SseEmitter.event().name("waiting").data(count).reconnectTime(5_000)));
                known.putAll(changed);
            }
            if (++round % ROUNDS_PER_HEARTBEAT == 0) {
                streams.keySet()
                        .forEach(person -> send(person, SseEmitter.event().comment("")));
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("Counts of waiting prompts cannot be read now", RedactedException.of(unavailable));
        }
    }

    private void send(Key person, SseEmitter.SseEventBuilder event) {
        var built = event.build();
        for (SseEmitter stream : streams.getOrDefault(person, Set.of())) {
            try {
                stream.send(built);
            } catch (IOException | IllegalStateException gone) {
                close(person, stream);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        rounds.scheduleWithFixedDelay(this::tell, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
        streams.values().forEach(own -> own.forEach(SseEmitter::complete));
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
