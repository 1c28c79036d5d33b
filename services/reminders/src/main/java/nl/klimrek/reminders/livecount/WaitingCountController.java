package nl.klimrek.reminders.livecount;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Objects;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How many prompts wait for the caller. The portal's pages get the count as a stream of events. */
@RestController
@RequestMapping("/api/reminders/count")
class WaitingCountController {

    /** A header that only the portal sends, so that no other client waits for the end of an answer that has none. */
    private static final String STREAMED = "Klimrek-Stream=count";

    private final WaitingCounts counts;
    private final CountStreams streams;

    WaitingCountController(WaitingCounts counts, CountStreams streams) {
        this.counts = counts;
        this.streams = streams;
    }

    @GetMapping
    Waiting count(Caller caller) {
        Key person = Key.of(caller.organisation(), caller.person());
        return new Waiting(Objects.requireNonNull(
                counts.count(counts.open(List.of(person))).get(person)));
    }

    @Hidden
    @GetMapping(headers = STREAMED)
    ResponseEntity<SseEmitter> stream(Caller caller) {
        SseEmitter stream = streams.open(Key.of(caller.organisation(), caller.person()));
        if (stream == null) {
            throw new RefusedException(Refusal.of("too-many-streams"));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .body(stream);
    }

    /** @param waiting number of prompts that wait for a step */
    record Waiting(int waiting) {}
}
