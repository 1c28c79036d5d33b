package nl.klimrek.portal.journal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.FileDownload;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Proofs of the journal as files to keep. The journal decides who may have which. */
@PageController
class ProofDownloadController {

    private static final String API = "/api/journal/";
    private static final String VERIFIER = "nl/klimrek/portal/verify-proof.html";
    private final FileDownload downloads;

    ProofDownloadController(FileDownload downloads) {
        this.downloads = downloads;
    }

    /** One step with the proof that the journal has it. */
    @GetMapping("/journal/export/steps/{position:[0-9]{1,18}}")
    void step(@PathVariable String position, Viewer viewer, HttpServletResponse response) throws IOException {
        send(viewer, "entries/" + position + "/proof", "klimrek-step-" + position + ".tlog-proof", response);
    }

    /** A page that checks proofs by itself, without a server: it is kept beside them. */
    @GetMapping("/journal/export/verifier")
    void verifier(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("klimrek-verify-proof.html")
                        .build()
                        .toString());
        new ClassPathResource(VERIFIER).getInputStream().transferTo(response.getOutputStream());
    }

    /** The keys that verify proofs; {@code infra/journal prove} finds them under this name. */
    @GetMapping("/journal/export/keys")
    void keys(Viewer viewer, HttpServletResponse response) throws IOException {
        send(viewer, "policy", "klimrek-journal.policy", response);
    }

    /**
     * The proof that the journal of now continues an earlier one.
     *
     * @param since number of steps in the earlier one
     */
    @GetMapping("/journal/export/continued")
    void continued(@RequestParam String since, Viewer viewer, HttpServletResponse response) throws IOException {
        String query = URLEncoder.encode(since.strip(), StandardCharsets.UTF_8);
        send(viewer, "consistency?since=" + query, "klimrek-journal-continued.tlog-consistency", response);
    }

    /** What was agreed with its salt, which with the step's proof shows that these were the words. */
    @GetMapping("/conversations/export/{conversation}/{agreement}")
    void agreement(
            @PathVariable String conversation,
            @PathVariable String agreement,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        String path = "/api/conversations/" + URLEncoder.encode(conversation, StandardCharsets.UTF_8) + "/agreements/"
                + URLEncoder.encode(agreement, StandardCharsets.UTF_8) + "/text";
        downloads.send(viewer, Upstream.CONVERSATIONS, path, "klimrek-agreement.json", response);
    }

    private void send(Viewer viewer, String path, String name, HttpServletResponse response) throws IOException {
        downloads.send(viewer, Upstream.JOURNAL, API + path, name, response);
    }
}
