package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Locale;

import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The question bank, for everybody. */
@RestController
@RequestMapping("/api/questions")
class QuestionController {

    private final KnownQuestions questions;
    private final QuestionViews views;

    QuestionController(KnownQuestions questions, QuestionViews views) {
        this.questions = questions;
        this.views = views;
    }

    /** @param type only those that fit this type of conversation; absent for all */
    @GetMapping
    Page<QuestionView> list(@RequestParam(required = false) ConversationType type, ListRequest asked, Locale reader) {
        List<QuestionView> all = questions.bank().questions().stream()
                .filter(question -> type == null || question.types().contains(type))
                .map(question -> views.in(question, reader)).toList();
        return Page.of(all, QuestionView::id, asked);
    }
}
