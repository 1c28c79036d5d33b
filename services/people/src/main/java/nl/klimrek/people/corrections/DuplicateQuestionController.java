package nl.klimrek.people.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.duplicates.DuplicateQuestion;
import nl.klimrek.people.duplicates.DuplicateQuestionService;
import nl.klimrek.people.quarantine.FieldFaultViewFactory;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR the duplicate questions and takes the answers. */
@RestController
@RequestMapping("/api/people/questions")
final class DuplicateQuestionController {

    private static final String CONTENT = "ROSTER_FACTS";

    private final DuplicateQuestionService questions;
    private final DuplicateAnswerService answers;
    private final DuplicateQuestionViewFactory views;
    private final FieldFaultViewFactory faultViews;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    DuplicateQuestionController(
            DuplicateQuestionService questions,
            DuplicateAnswerService answers,
            DuplicateQuestionViewFactory views,
            FieldFaultViewFactory faultViews,
            PeopleAccess access,
            DisclosureLog disclosures) {
        this.questions = questions;
        this.answers = answers;
        this.views = views;
        this.faultViews = faultViews;
        this.access = access;
        this.disclosures = disclosures;
    }

    /** @param answer whether these two are one person */
    record Answer(@NotNull @Schema(example = "SAME_PERSON") DuplicateQuestion.Answer answer) {}

    /** @param result result of the record that waited; absent when none did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            DuplicateQuestionView question, @Nullable RecordResultView result) {}

    @Operation(summary = "Open questions: who may be the same person as somebody on the roster?")
    @GetMapping
    Page<DuplicateQuestionView> open(ListRequest asked, Caller caller, HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        List<DuplicateQuestion> found = questions.open(caller.organisation(), asked.after(), asked.limit() + 1);
        List<DuplicateQuestion> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        return new Page<>(
                shown.stream()
                        .map(question -> show(question, caller, right, request))
                        .toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
    }

    @GetMapping("{id}")
    DuplicateQuestionView one(@PathVariable String id, Caller caller, HttpServletRequest request) {
        return show(find(id, caller), caller, access.hr(caller), request);
    }

    @Operation(
            summary = "Answer a question to HR",
            description =
                    "SAME_PERSON makes the number one more number of the person on the roster; DIFFERENT_PEOPLE lets the "
                            + "record make a person of its own. The record that waited is processed.")
    @PostMapping("{id}/answer")
    Answered answer(
            @PathVariable String id,
            @Valid @RequestBody Answer given,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        RecordResultView result = answers.answer(caller.organisation(), id, given.answer(), cause)
                .map(done -> RecordResultView.of(done, faultViews, request))
                .orElse(null);
        return new Answered(show(find(id, caller), caller, right, request), result);
    }

    private DuplicateQuestionView show(
            DuplicateQuestion question, Caller caller, AccessRight right, HttpServletRequest request) {
        disclosures.record(caller, question.person(), CONTENT, right);
        return views.view(caller.organisation(), question, request);
    }

    private DuplicateQuestion find(String id, Caller caller) {
        return questions
                .find(caller.organisation(), id)
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("question-unknown")));
    }
}
