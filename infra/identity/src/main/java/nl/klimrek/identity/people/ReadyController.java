package nl.klimrek.identity.people;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether people can log in: once the directory was read. */
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
