package nl.klimrek.servicekit.sample;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.StaleVersionException;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/samples")
class SampleController {
    record Wish(@NotBlank String title, @NotNull @Min(1) Integer hours, LocalDate by, List<DayOfWeek> days) {}

    record Made(String id, String actor, String correlation, String fingerprint, Long expected) {}

    @GetMapping("me")
    Map<String, Object> me(Caller caller) {
        return Map.of(
                "person", caller.person(), "organisation", caller.organisation().value(), "roles", caller.roles());
    }

    @PostMapping
    ResponseEntity<Made> make(@Valid @RequestBody Wish wish, MessageContext cause) {
        Long expected =
                cause.expectedVersion().isPresent() ? cause.expectedVersion().getAsLong() : null;
        String print = ((MessageContext.Marker.Command) cause.marker()).fingerprint();
        return ETags.ok(
                new Made(CommandIdGenerator.newId(cause), cause.actor(), cause.correlationId(), print, expected), 7);
    }

    @GetMapping
    Page<String> list(ListRequest asked, @RequestParam(required = false) LocalDate from) {
        return Page.of(List.of("a", "b", "c"), id -> id, asked);
    }

    @GetMapping("failing/{how}")
    void fail(@PathVariable String how) {
        switch (how) {
            case "conflict" -> throw new RefusedException(Refusal.of("pot-empty", "left", 12));
            case "registered" -> throw new RefusedException(Refusal.of("pot-closed"));
            case "unknown" -> throw new RefusedException(Refusal.of("pot-unknown"));
            case "stale" -> throw new StaleVersionException(1, 2);
            case "store" -> throw new MongoTimeoutException("no server");
            default -> throw new IllegalStateException("secret words of a person");
        }
    }
}
