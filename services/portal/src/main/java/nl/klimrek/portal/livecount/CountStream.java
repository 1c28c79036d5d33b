package nl.klimrek.portal.livecount;

import java.io.IOException;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One page's stream: passes on the counts of the reminders service, and ends with the session. Lines come when the service sends
 * them, so it holds no thread.
 */
final class CountStream implements Subscriber<String> {
    private static final String DATA = "data:";
    private static final int MAX_DIGITS = 9;
    /** A page whose stream ended asks for another after this long. */
    private static final long RECONNECT_MILLIS = 15_000;

    private final SseEmitter page;
    private final BooleanSupplier signedIn;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Subscription lines;

    /** @param signedIn whether the session of the page is still there */
    CountStream(SseEmitter page, BooleanSupplier signedIn) {
        this.page = page;
        this.signedIn = signedIn;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        lines = subscription;
        if (ended.get()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(String line) {
        try {
            if (line.startsWith(DATA)) {
                count(line.substring(DATA.length()).strip());
            } else if (line.startsWith(":")) {
                heartbeat();
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private void count(String number) throws IOException {
        if (number.length() <= MAX_DIGITS && number.chars().allMatch(Character::isDigit)) {
            page.send(SseEmitter.event()
                    .name("waiting")
                    .reconnectTime(RECONNECT_MILLIS)
                    .data(number, MediaType.TEXT_PLAIN));
        }
    }

    private void heartbeat() throws IOException {
        if (signedIn.getAsBoolean()) {
            page.send(SseEmitter.event().comment(""));
        } else {
            end();
        }
    }

    @Override
    public void onError(Throwable failed) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    /** Ends the stream on both sides. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            Subscription subscription = lines;
            if (subscription != null) {
                subscription.cancel();
            }
            page.complete();
        }
    }
}
