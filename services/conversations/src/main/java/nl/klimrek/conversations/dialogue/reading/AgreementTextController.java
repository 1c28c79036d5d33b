package nl.klimrek.conversations.dialogue.reading;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the two participants what they agreed with its salt, so that they can prove with the journal's step that these were the words. The
 * counterpart's reading is logged as any other.
 */
@RestController
class AgreementTextController {

    private static final String FORMAT = "klimrek-committed-text";

    private final Participation participation;
    private final ConversationAccessLog looks;

    AgreementTextController(Participation participation, ConversationAccessLog looks) {
        this.participation = participation;
        this.looks = looks;
    }

    /**
     * A text that its step in the journal commits to.
     *
     * @param format name of this form
     * @param version of this form
     * @param salt 16 bytes, in hex
     * @param text the text
     */
    record CommittedTextView(String format, int version, String salt, String text) {}

    @GetMapping("/api/conversations/{id}/agreements/{agreement}/text")
    ResponseEntity<CommittedTextView> text(@PathVariable String id, @PathVariable String agreement, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.require(caller, now);
        Agreement found = now.agreements().all().stream()
                .filter(one -> one.id().equals(agreement))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("agreement-unknown")));
        if (side == Side.COUNTERPART) {
            looks.record(caller, now, side, "AGREEMENTS");
        }
        String name = "klimrek-agreement-" + agreement + ".json";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new CommittedTextView(
                        FORMAT,
                        1,
                        found.words().commitment().salt(),
                        found.words().text()));
    }
}
