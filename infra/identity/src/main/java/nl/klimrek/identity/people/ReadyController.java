package nl.klimrek.identity.people;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports readiness: 200 once the directory has been read. */
@RestController
class ReadyController {

    private final PersonDirectory directory;

    ReadyController(PersonDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        return directory.complete()
                ? ResponseEntity.ok(Map.of("status", "UP"))
                : ResponseEntity.status(503).body(Map.of("status", "DOWN", "waitingFor", "directory"));
    }
}
