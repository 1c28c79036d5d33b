package nl.klimrek.conversations.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.dialogue.steps.StepResponse;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a conversation. */
@RestController
class ConversationRequestController {

    /** Long enough to find a time, short enough not to be forgotten. */
    private static final int DEFAULT_DAYS = 21;

    private final CounterpartRules asking;
    private final ConversationRequestService requests;
    private final CurrentRoster roster;

    ConversationRequestController(CounterpartRules asking, ConversationRequestService requests, CurrentRoster roster) {
        this.asking = asking;
        this.requests = requests;
        this.roster = roster;
    }

    /**
     * @param type what it is for
     * @param employee whose development it is about; absent for the caller
     * @param counterpart with whom; absent for the employee's manager
     * @param windowFrom first day; absent for today
     * @param windowUntil last day; absent for three weeks after the first
     * @param coach true if the counterpart has to be on the register of coaches; absent for false
     */
    record Ask(
            @NotNull ConversationType type,
            @Nullable String employee,
            @Nullable String counterpart,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowUntil,
            @Nullable Boolean coach) {}

    @PostMapping("/api/conversations")
    ResponseEntity<StepResponse> ask(@Valid @RequestBody Ask body, Caller caller, MessageContext context) {
        String employee = body.employee() == null ? caller.person() : body.employee();
        Participants two = asking.participants(
                caller, body.type(), employee, body.counterpart(), Boolean.TRUE.equals(body.coach()));
        LocalDate today = roster.today(caller.organisation(), employee);
        Window window = window(body, today);
        String id = CommandIdGenerator.newId(context);
        ConversationPlan plan = new ConversationPlan(id, body.type(), ConversationReason.ASKED, null, null);
        Versioned<Conversation> asked = requests.ask(caller.organisation(), plan, two, window, context);
        return ResponseEntity.created(
                        URI.create("/api/conversations/" + asked.state().plan().conversation()))
                .eTag(ETags.of(asked.version()))
                .body(StepResponse.of(asked.state()));
    }

    private static Window window(Ask body, LocalDate today) {
        LocalDate from = body.windowFrom() == null ? today : body.windowFrom();
        LocalDate until = body.windowUntil() == null ? from.plusDays(DEFAULT_DAYS) : body.windowUntil();
        if (until.isBefore(from)) {
            throw new RefusedException(Refusal.of("window-impossible"));
        }
        return new Window(from, until);
    }
}
