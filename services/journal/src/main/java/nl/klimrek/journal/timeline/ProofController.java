package nl.klimrek.journal.timeline;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.TlogProof;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives proofs as files that anybody can verify without this service. The proof of a step is for people who may see the step. The
 * other two hold only hashes and keys, and are for everybody of the organisation.
 */
@RestController
@RequestMapping("/api/journal")
class ProofController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");

    private final TimelineReader reader;
    private final StepProofs proofs;

    ProofController(TimelineReader reader, StepProofs proofs) {
        this.reader = reader;
        this.proofs = proofs;
    }

    /** The step at a position with the proof that the signed journal has it. */
    @GetMapping("/entries/{position}/proof")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> step(@PathVariable String position, Caller caller) {
        ChainEntry entry = (POSITION.matcher(position).matches()
                        ? reader.find(caller, Long.parseLong(position))
                        : Optional.<ChainEntry>empty())
                .orElseThrow(() -> new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found"));
        String proof = proofs.step(caller.organisation(), entry)
                .map(TlogProof::text)
                .orElseThrow(ProofController::unavailable);
        return file("klimrek-step-" + position + ".tlog-proof", proof);
    }

    /**
     * The proof that the present journal continues the checkpoint of an earlier size.
     *
     * @param since number of entries of the earlier checkpoint
     */
    @GetMapping("/consistency")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> consistency(@RequestParam String since, Caller caller) {
        if (!POSITION.matcher(since).matches()) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "since-invalid");
        }
        if (!proofs.has(caller.organisation(), Long.parseLong(since))) {
            throw new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found");
        }
        String proof = proofs.consistency(caller.organisation(), Long.parseLong(since))
                .map(ConsistencyProof::text)
                .orElseThrow(ProofController::unavailable);
        return file("klimrek-since-" + since + ".tlog-consistency", proof);
    }

    /** The keys that verify these proofs, with former ones. */
    @GetMapping("/policy")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> policy(Caller caller) {
        return file(PolicyFile.NAME, proofs.policy(caller.organisation()).text());
    }

    private static RequestRefusedException unavailable() {
        return new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "proof-unavailable");
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
