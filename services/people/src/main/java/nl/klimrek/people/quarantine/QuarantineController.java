package nl.klimrek.people.quarantine;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows HR the quarantined records as they arrived. A disclosure names the record, because it is uncertain whose it is.
 */
@RestController
@RequestMapping("/api/people/quarantine")
final class QuarantineController {

    private static final int MAX_RECORDS = 100;
    private static final String CONTENT = "QUARANTINED_HR_RECORD";

    private final Quarantine quarantine;
    private final QuarantineViewMapper views;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    QuarantineController(
            Quarantine quarantine, QuarantineViewMapper views, PeopleAccess access, DisclosureLog disclosures) {
        this.quarantine = quarantine;
        this.views = views;
        this.access = access;
        this.disclosures = disclosures;
    }

    /** Lists the open items by id. */
    @GetMapping
    Page<QuarantineView> waiting(ListRequest asked, Caller caller, HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        List<QuarantinedRecord> found = quarantine.openItems(caller.organisation(), asked.after(), asked.limit() + 1);
        List<QuarantinedRecord> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        shown.forEach(record -> disclosures.record(caller, record.id(), CONTENT, right));
        return new Page<>(
                views.views(shown, request),
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
    }

    /** Returns the faults of those of at most 100 records of a source that were set aside, without their content. */
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            required = true,
            description = "HR system",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "record",
            in = ParameterIn.QUERY,
            required = true,
            description = "Record ids, at most 100",
            array = @ArraySchema(schema = @Schema(implementation = String.class)))
    @GetMapping("by-record")
    List<QuarantineView> byRecord(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller,
            HttpServletRequest request) {
        access.hr(caller);
        String source = query.getFirst("source");
        List<String> records = query.getOrDefault("record", List.of());
        if (source == null || records.isEmpty() || records.size() > MAX_RECORDS) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "records-invalid", Map.of("most", MAX_RECORDS));
        }
        return views.views(quarantine.findAll(caller.organisation(), source, records), request).stream()
                .map(QuarantineView::withoutRecord)
                .toList();
    }

    @GetMapping("{id}")
    ResponseEntity<QuarantineView> one(@PathVariable String id, Caller caller, HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        Versioned<QuarantinedRecord> found = quarantine
                .find(caller.organisation(), id)
                .orElseThrow(() -> new RefusedException(Refusal.of("quarantined-record-unknown")));
        disclosures.record(caller, id, CONTENT, right);
        return ETags.ok(views.view(found.state(), request), found);
    }
}
