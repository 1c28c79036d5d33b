package nl.klimrek.people.corrections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.quarantine.FieldFaultViewFactory;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets HR correct a quarantined record and send it again. */
@RestController
final class CorrectionController {

    private static final Set<String> FIELDS = new TreeSet<>(Arrays.stream(EmployeeUpserted.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList());
    private static final String CONTENT = "QUARANTINED_HR_RECORD";

    private final Quarantine quarantine;
    private final QuarantineReprocessor reprocessor;
    private final PeopleAccess access;
    private final FieldFaultViewFactory faultViews;
    private final DisclosureLog disclosures;

    CorrectionController(
            Quarantine quarantine,
            QuarantineReprocessor reprocessor,
            PeopleAccess access,
            FieldFaultViewFactory faultViews,
            DisclosureLog disclosures) {
        this.quarantine = quarantine;
        this.reprocessor = reprocessor;
        this.access = access;
        this.faultViews = faultViews;
        this.disclosures = disclosures;
    }

    /** @param fields corrected fields by name, with values as in an HR record; the others stay as they are */
    record Correction(
            @NotNull @Schema(types = "object", example = "{\"hoursPerWeek\": 36}")
            ObjectNode fields) {}

    @Operation(
            summary = "Correct a quarantined record and process it again",
            description =
                    "The item is closed when the record could be processed. Otherwise it keeps what was corrected, and "
                            + "the answer says what is still wrong.")
    @PostMapping("/api/people/quarantine/{id}/correction")
    RecordResultView correct(
            @PathVariable String id,
            @Valid @RequestBody Correction correction,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        checkNames(correction.fields());
        QuarantinedRecord item = quarantine
                .find(caller.organisation(), id)
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("quarantined-record-unknown")));
        disclosures.record(caller, id, CONTENT, right);
        String attempt = CommandIdGenerator.newId(cause);
        if (item.released() && !attempt.equals(item.closedBy())) {
            throw new RefusedException(Refusal.of("quarantined-record-closed"));
        }
        return RecordResultView.of(
                reprocessor.process(caller.organisation(), item, correction.fields(), attempt, Closed.CORRECTED, cause),
                faultViews,
                request);
    }

    /** Refuses unknown names: a misspelt one would be a correction without effect. */
    private static void checkNames(ObjectNode fields) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new RequestRefusedException(
                        HttpStatus.BAD_REQUEST, "correction-field-unknown", Map.of("known", String.join(", ", FIELDS)));
            }
        });
    }
}
