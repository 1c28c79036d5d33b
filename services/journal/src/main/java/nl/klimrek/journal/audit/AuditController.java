package nl.klimrek.journal.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.checkpoint.CheckpointPublisher.ExportEnd;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.timeline.Oversight;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifies and exports the journal of the caller's organisation and lists its checkpoints, for HR and auditors. */
@RestController
@RequestMapping("/api/journal")
class AuditController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String TAR = "application/x-tar";

    private final StoredChainVerifier verifier;
    private final CheckpointPublisher publisher;
    private final JournalExport export;
    private final BundleExport bundle;

    AuditController(
            StoredChainVerifier verifier, CheckpointPublisher publisher, JournalExport export, BundleExport bundle) {
        this.verifier = verifier;
        this.publisher = publisher;
        this.export = export;
        this.bundle = bundle;
    }

    /** Verifies the whole chain now. */
    @GetMapping("/verify")
    VerificationView verify(Caller caller) {
        Oversight.require(caller);
        return verifier.verify(caller.organisation());
    }

    /**
     * @param items oldest first
     * @param next value for {@code after}; null on the last page
     * @param publicKey X.509 encoding of the key that signs now, base64
     * @param noteKeys verifier keys of the notes (c2sp.org/signed-note), with former ones
     */
    record CheckpointList(List<Checkpoint> items, @Nullable String next, String publicKey, List<String> noteKeys) {}

    /** The newest checkpoints. The topic has all of them. */
    @GetMapping("/checkpoints")
    CheckpointList checkpoints(ListRequest request, Caller caller) {
        Oversight.require(caller);
        Page<Checkpoint> page = Page.of(
                publisher.find(caller.organisation()).newest(),
                checkpoint -> Long.toString(checkpoint.position()),
                request);
        List<String> noteKeys = publisher.noteKeys(caller.organisation()).stream()
                .map(NoteKey::toString)
                .toList();
        return new CheckpointList(page.items(), page.next(), publisher.publicKey(), noteKeys);
    }

    /** The whole journal with its tree and keys, as a tar that {@code infra/journal verify} reads. */
    @GetMapping(path = "/bundle")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = TAR, schema = @Schema(type = "string", format = "binary")))
    void bundle(Caller caller, HttpServletResponse response) throws IOException {
        Oversight.require(caller);
        ExportEnd end = bundle.end(caller.organisation())
                .orElseThrow(() -> new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "proof-unavailable"));
        response.setContentType(TAR);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"klimrek-journal-" + caller.organisation() + ".tar\"");
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
            bundle.write(end, out);
        }
    }

    /** The whole chain as JSON lines, ended by a signed checkpoint. {@code infra/journal verify} reads it. */
    @GetMapping(path = "/export")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    void export(Caller caller, HttpServletResponse response) throws IOException {
        Oversight.require(caller);
        response.setContentType(NDJSON);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"journal-" + caller.organisation() + ".ndjson\"");
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
            export.write(caller.organisation(), out);
        }
    }
}
