package nl.klimrek.portal.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health/ready}: 200 when every part is ready, else 503 naming those that are not, and why. Open to everybody. */
@RestController
class ReadinessController {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private final PlatformHealth parts;

    /**
     * @param status   {@code UP} or {@code DOWN}
     * @param notReady names of parts that are not ready, sorted
     * @param parts    {@code UP} or {@code DOWN} by name
     * @param why      for each that is not ready the codes of why, such as {@code inbox-stuck} or {@code unreachable}
     */
    record Readiness(String status, List<String> notReady, Map<String, String> parts, Map<String, String> why) {

        static Readiness of(Map<String, Optional<String>> found) {
            Map<String, String> parts = new TreeMap<>();
            Map<String, String> why = new TreeMap<>();
            found.forEach((part, reason) -> {
                parts.put(part, reason.isPresent() ? DOWN : UP);
                reason.ifPresent(code -> why.put(part, code));
            });
            return new Readiness(why.isEmpty() ? UP : DOWN, List.copyOf(why.keySet()), parts, why);
        }
    }

    ReadinessController(PlatformHealth parts) {
        this.parts = parts;
    }

    @GetMapping("/health/ready")
    ResponseEntity<Readiness> ready() {
        Readiness found = Readiness.of(parts.check());
        return ResponseEntity.status(found.why().isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(found);
    }
}
