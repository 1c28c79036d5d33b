package nl.klimrek.portal.livecount;

import jakarta.servlet.http.HttpSession;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream behind the number in the navigation. A page without script shows the number of the moment at which it was made. */
@Controller
class LiveCountController {
    private final LiveCounts counts;

    LiveCountController(LiveCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/me/count")
    ResponseEntity<SseEmitter> stream(Viewer viewer, HttpSession session) {
        SseEmitter stream = counts.open(viewer, session.getId());
        return stream == null
                ? ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build()
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(stream);
    }
}
