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
import nl.klimrek.journal.timeline.Oversight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** VerificationView, checkpoints and export of the caller's organisation, for its HR and auditors. */
@RestController
@RequestMapping("/api/journal")
class AuditController {

    private static final String NDJSON = "application/x-ndjson";

    private final StoredChainVerifier check;
    private final CheckpointPublisher checkpoints;
    private final JournalExport export;

    AuditController(StoredChainVerifier check, CheckpointPublisher checkpoints, JournalExport export) {
        this.check = check;
        this.checkpoints = checkpoints;
        this.export = export;
    }

    /** Walks the whole chain now. */
    @GetMapping("/verify")
    VerificationView verify(Caller caller) {
        Oversight.require(caller);
        return VerificationView.of(check.of(caller.organisation()));
    }

    /**
     * @param items oldest first
     * @param next what to pass as {@code after}; null on the last page
     * @param publicKey X.509 encoding of the key that signs now, base64
     */
    record CheckpointList(List<Checkpoint> items, String next, String publicKey) {}

    /** The newest checkpoints; all of them are on the topic. */
    @GetMapping("/checkpoints")
    CheckpointList checkpoints(ListRequest asked, Caller caller) {
        Oversight.require(caller);
        Page<Checkpoint> page = Page.of(
                checkpoints.of(caller.organisation()).newest(),
                checkpoint -> Long.toString(checkpoint.position()),
                asked);
        return new CheckpointList(page.items(), page.next(), checkpoints.publicKey());
    }

    /** The whole chain, one JSON object a line, ended by a signed checkpoint; what {@code infra/journal verify} reads. */
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
