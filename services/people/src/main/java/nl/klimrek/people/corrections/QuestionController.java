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
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.duplicates.Question;
import nl.klimrek.people.duplicates.Questions;
import nl.klimrek.people.quarantine.FaultViews;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions to HR about people who may be one person. */
@RestController
@RequestMapping("/api/people/questions")
final class QuestionController {

    private static final String CONTENT = "ROSTER_FACTS";

    private final Questions questions;
    private final QuestionAnswers answers;
    private final QuestionViews views;
    private final FaultViews faults;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    QuestionController(
            Questions questions,
            QuestionAnswers answers,
            QuestionViews views,
            FaultViews faults,
            PeopleAccess access,
            DisclosureLog disclosures) {
        this.questions = questions;
        this.answers = answers;
        this.views = views;
        this.faults = faults;
        this.access = access;
        this.disclosures = disclosures;
    }

    /** @param answer what HR knows about these two */
    record Answer(@NotNull @Schema(example = "SAME_PERSON") Question.Answer answer) {}

    /** @param result what became of the record that waited; absent when none did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(QuestionView question, RecordResultView result) {}

    @Operation(summary = "Open questions: who may be the same person as somebody on the roster?")
    @GetMapping
    Page<QuestionView> open(ListRequest asked, Caller caller, HttpServletRequest request) {
        AccessRight right = access.hr(caller);
        List<Question> found = questions.open(caller.organisation(), asked.after(), asked.limit() + 1);
        List<Question> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        return new Page<>(
                shown.stream()
                        .map(question -> show(question, caller, right, request))
                        .toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
    }

    @GetMapping("{id}")
    QuestionView one(@PathVariable String id, Caller caller, HttpServletRequest request) {
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
                .map(done -> RecordResultView.of(done, faults, request))
                .orElse(null);
        return new Answered(show(find(id, caller), caller, right, request), result);
    }

    private QuestionView show(Question question, Caller caller, AccessRight right, HttpServletRequest request) {
        disclosures.record(caller, question.person(), CONTENT, right);
        return views.view(caller.organisation(), question, request);
    }

    private Question find(String id, Caller caller) {
        return questions
                .find(caller.organisation(), id)
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("question-unknown")));
    }
}
