package nl.klimrek.conversations.legacy;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.imports.job.ImportJob;
import org.springframework.stereotype.Component;

/** The conversations that old checklists became, or become. */
@Component
final class ImportedConversations {

    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    ImportedConversations(AggregateStore<Conversation> conversations, CurrentRoster roster) {
        this.conversations = conversations;
        this.roster = roster;
    }

    Optional<Conversation> find(Organisation organisation, Checklist checklist) {
        return conversations
                .find(Key.of(organisation, checklist.conversation()))
                .map(Versioned::state);
    }

    void handle(ImportJob job, Checklist checklist, Function<Optional<Conversation>, Decision<Conversation>> decider) {
        conversations.handle(Key.of(job.owner(), checklist.conversation()), job.context(), decider);
    }

    /** Whether this content is what the conversation was imported with. */
    boolean same(Conversation there, Checklist checklist) {
        return there.reports().versions().get(0).words().commitment().proves(checklist.content());
    }

    /** Where the employee is. */
    ZoneId zoneOf(ImportJob job, Checklist checklist) {
        return roster.zoneOf(job.owner(), checklist.employee());
    }
}
