package nl.klimrek.conversations.feedback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.conversations.FeedbackKind;
import nl.klimrek.conversations.feedback.FeedbackView.FeedbackLine;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An employee asks colleagues for feedback, about nobody but themselves. */
@RestController
@RequestMapping("/api/conversations/feedback")
class FeedbackRequestController {

    /** Long enough for a colleague, short enough to remember what it was about. */
    private static final int DEFAULT_DAYS = 14;

    private final FeedbackService requests;
    private final FeedbackSettings settings;
    private final CurrentRoster roster;
    private final PeopleProjection people;

    FeedbackRequestController(
            FeedbackService requests, FeedbackSettings settings, CurrentRoster roster, PeopleProjection people) {
        this.requests = requests;
        this.settings = settings;
        this.roster = roster;
        this.people = people;
    }

    /** @param dueDate day by which an answer helps; absent for two weeks from today */
    record NewFeedback(
            @NotEmpty List<@NotBlank String> colleagues,
            @NotNull FeedbackKind kind,
            @NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 500) String> questions,
            LocalDate dueDate) {}

    /**
     * Whom to invite.
     *
     * @param invite how many a screen proposes
     * @param most how many can be invited at once
     * @param team person ids of present team members
     */
    record Colleagues(int invite, int most, List<String> team) {}

    /** Only people who are employed: a person who left has no team. */
    @GetMapping("colleagues")
    Colleagues colleagues(Caller caller) {
        if (caller.is(Role.HR_SYSTEM)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        PersonProfile self = roster.employed(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("forbidden")));
        List<String> team = Optional.ofNullable(self.team())
                .map(code -> people.teamOf(caller.organisation(), code))
                .orElse(List.of())
                .stream()
                .map(PersonProfile::person)
                .filter(person -> !person.equals(caller.person()))
                .toList();
        return new Colleagues(settings.colleagues(), settings.most(), team);
    }

    /** Asks each colleague apart; none of them sees who else was asked. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<FeedbackLine> ask(@Valid @RequestBody NewFeedback body, Caller caller, MessageContext context) {
        check(caller, body.colleagues());
        LocalDate today = roster.today(caller.organisation(), caller.person());
        LocalDate dueDate = body.dueDate() == null ? today.plusDays(DEFAULT_DAYS) : body.dueDate();
        return body.colleagues().stream()
                .map(colleague -> {
                    String id = CommandIdGenerator.newId(context, colleague);
                    return FeedbackLine.of(requests.ask(
                                    caller,
                                    id,
                                    context,
                                    Feedback.asked(
                                            id,
                                            caller.person(),
                                            colleague,
                                            body.kind(),
                                            FeedbackTexts.of(body.questions()),
                                            dueDate,
                                            today))
                            .state());
                })
                .toList();
    }

    /** What the caller asked, the newest due date first. */
    @GetMapping
    Page<FeedbackLine> mine(ListRequest asked, Caller caller) {
        List<FeedbackLine> lines = requests.askedBy(caller).stream()
                .map(FeedbackLine::of)
                .sorted(Comparator.comparing(FeedbackLine::dueDate).reversed().thenComparing(FeedbackLine::id))
                .toList();
        return Page.of(lines, FeedbackLine::id, asked);
    }

    private void check(Caller caller, List<String> colleagues) {
        Set<String> different = new HashSet<>(colleagues);
        if (different.size() < colleagues.size()
                || colleagues.size() > settings.most()
                || different.contains(caller.person())) {
            throw new RefusedException(Refusal.of("colleagues-impossible", "most", settings.most()));
        }
        boolean all = !caller.is(Role.HR_SYSTEM)
                && employed(caller, caller.person())
                && colleagues.stream().allMatch(colleague -> employed(caller, colleague));
        if (!all) {
            throw new RefusedException(Refusal.of("person-unknown"));
        }
    }

    private boolean employed(Caller caller, String person) {
        return person.matches(Key.ID)
                && roster.employed(caller.organisation(), person).isPresent();
    }
}
