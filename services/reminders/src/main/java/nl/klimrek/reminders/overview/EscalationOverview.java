package nl.klimrek.reminders.overview;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptEscalated;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptStatus;
import nl.klimrek.reminders.rules.PromptRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The silences that were escalated to HR. The prompt itself decides whether it is still one. */
@Component
class EscalationOverview implements PromptRules {

    /** From this size on, what has ended is taken off the list before something is added. */
    private static final int TIDY_FROM = 200;

    private static final String LIST = "hr";

    private final AggregateStore<HrEscalations> lists;
    private final AggregateStore<Prompt> prompts;

    EscalationOverview(AggregateStore<HrEscalations> lists, AggregateStore<Prompt> prompts) {
        this.lists = lists;
        this.prompts = prompts;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(PromptEscalated.class, (e, meta) -> {
            if (e.to() == null) {
                add(e.prompt(), meta);
            }
        });
    }

    private void add(String prompt, EventMeta meta) {
        Key key = Key.of(meta.organisation(), LIST);
        lists.handle(key, MessageContext.event(meta).withoutMarker(), before -> {
            HrEscalations known = before.orElse(HrEscalations.NONE);
            HrEscalations tidy = known.prompts().size() < TIDY_FROM
                    ? known
                    : known.only(open(meta.organisation(), known).stream()
                            .map(Prompt::id)
                            .toList());
            HrEscalations next = tidy.with(prompt);
            return next.equals(known) ? Decision.unchanged() : Decision.accept(next);
        });
    }

    /** The silences of an organisation that last, the longest first. */
    List<Silence> find(Organisation organisation) {
        HrEscalations known =
                lists.find(Key.of(organisation, LIST)).map(Versioned::state).orElse(HrEscalations.NONE);
        return open(organisation, known).stream()
                .map(prompt -> new Silence(prompt.id(), prompt.actor(), prompt.action(), prompt.sentAt()))
                .toList();
    }

    private List<Prompt> open(Organisation organisation, HrEscalations known) {
        return prompts
                .findAll(known.prompts().stream()
                        .map(id -> Key.of(organisation, id))
                        .toList())
                .stream()
                .map(Versioned::state)
                .filter(Objects::nonNull)
                .filter(prompt -> prompt.status() == PromptStatus.ESCALATED)
                .toList();
    }

    /**
     * Messages to which nothing followed.
     *
     * @param id id of the prompt
     * @param person person id of the one who was asked
     * @param action the step that was asked for
     * @param since moment of the last message
     */
    record Silence(
            String id,
            String person,
            PromptAction action,
            @Nullable Instant since) {}
}
