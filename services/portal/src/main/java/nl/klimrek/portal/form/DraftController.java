package nl.klimrek.portal.form;

import java.time.Clock;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;

/** Saves a form while its writer types, and discards it at their request. */
@PageController
class DraftController {
    private final DraftService remembered;
    private final ReaderFactory readers;
    private final Clock clock;

    DraftController(DraftService remembered, ReaderFactory readers, Clock clock) {
        this.remembered = remembered;
        this.readers = readers;
        this.clock = clock;
    }

    /** Answers the line that the form shows: that it was kept, and when. */
    @PostMapping("/drafts")
    ResponseEntity<String> keep(FormPost post) {
        Reader reader = readers.of(post.viewer());
        remembered.keep(post, true);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(reader.say("form.draft.kept", reader.clock(clock.instant())));
    }

    /** Keeps the form and shows its page again, which may say more about what stands in it. */
    @PostMapping("/drafts/look")
    String look(FormPost post) {
        remembered.keep(post, true);
        return "redirect:" + post.at();
    }

    @PostMapping("/drafts/forget")
    String forget(FormPost post) {
        remembered.forget(post);
        return "redirect:" + post.at();
    }
}
