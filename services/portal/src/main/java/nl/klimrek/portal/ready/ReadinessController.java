package nl.klimrek.portal.ready;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health/ready}: 200 when every part is ready, else 503 naming those that are not. Open to everybody. */
@RestController
class ReadinessController {
    private final PlatformParts parts;

    /**
     * @param status   {@code UP} or {@code DOWN}
     * @param notReady names of parts that are not ready, sorted
     * @param parts    {@code UP} or {@code DOWN} by name
     */
    record Readiness(String status, List<String> notReady, Map<String, String> parts) {
    }

    ReadinessController(PlatformParts parts) {
        this.parts = parts;
    }

    @GetMapping("/health/ready")
    ResponseEntity<Readiness> ready() {
        Map<String, String> found = parts.look();
        List<String> notReady = found.entrySet().stream().filter(part -> !part.getValue().equals(PlatformParts.UP))
                .map(Map.Entry::getKey).toList();
        boolean ready = notReady.isEmpty();
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(new Readiness(ready ? PlatformParts.UP : PlatformParts.DOWN, notReady, found));
    }
}
