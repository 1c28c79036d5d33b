package nl.klimrek.conversations.oldregime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.OldRegime;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleView;
import org.springframework.stereotype.Component;

/**
 * Brings checklists in, each a conversation with an id that follows from it: what was cut off half-way goes on, and what is
 * there already stays as it is. A checklist whose content differs from the one that is there is refused.
 */
@Component
class Imports {

    private final AggregateStore<AssessmentImport> imports;
    private final AggregateStore<Conversation> conversations;
    private final PeopleView people;
    private final Roster roster;

    Imports(AggregateStore<AssessmentImport> imports, AggregateStore<Conversation> conversations, PeopleView people, Roster roster) {
        this.imports = imports;
        this.conversations = conversations;
        this.people = people;
        this.roster = roster;
    }

    /** The result of this import, where it was made before. */
    Optional<AssessmentImport> find(Organisation organisation, String id) {
        return imports.find(Key.of(organisation, id)).map(Versioned::state);
    }

    /** What the import would do; changes nothing. */
    AssessmentImport look(Organisation organisation, String id, ChecklistFile file) {
        return take(organisation, id, file, checklist -> judged(conversations.find(key(organisation, checklist))
                .map(Versioned::state), checklist));
    }

    AssessmentImport run(Organisation organisation, String id, ChecklistFile file, Cause cause) {
        AssessmentImport done = take(organisation, id, file, checklist -> {
            Outcome[] outcome = new Outcome[1];
            conversations.handle(key(organisation, checklist), cause.withoutMarker(), found -> {
                outcome[0] = judged(found, checklist);
                return outcome[0] == Outcome.NEW ? imported(organisation, id, checklist) : Decision.unchanged();
            });
            return outcome[0];
        });
        return imports.handle(Key.of(organisation, id), cause,
                found -> found.isPresent() ? Decision.unchanged() : done.finished()).state();
    }

    private enum Outcome {
        NEW,
        ALREADY_THERE,
        OTHERWISE
    }

    private interface Taking {
        Outcome take(Checklist checklist);
    }

    private AssessmentImport take(Organisation organisation, String id, ChecklistFile file, Taking taking) {
        Map<String, Boolean> known = new HashMap<>();
        Rows rows = Rows.of(file, person -> known.computeIfAbsent(person,
                one -> one.matches(Key.ID) && people.person(organisation, one).isPresent()), today());
        List<RowFault> faults = new ArrayList<>(rows.faults());
        Map<Outcome, Integer> counted = new HashMap<>();
        for (Checklist checklist : rows.checklists()) {
            Outcome outcome = taking.take(checklist);
            counted.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.OTHERWISE) {
                faults.add(new RowFault(checklist.line(), "content", "imported-otherwise"));
            }
        }
        return AssessmentImport.of(id, file.lines().size(), counted.getOrDefault(Outcome.NEW, 0),
                counted.getOrDefault(Outcome.ALREADY_THERE, 0), faults);
    }

    private static Outcome judged(Optional<Conversation> there, Checklist checklist) {
        return there.map(one -> one.reports().versions().get(0).words().commitment().proves(checklist.content())
                ? Outcome.ALREADY_THERE : Outcome.OTHERWISE).orElse(Outcome.NEW);
    }

    private Decision<Conversation> imported(Organisation organisation, String id, Checklist checklist) {
        Participants two = Participants.of(checklist.employee(), checklist.counterpart(), Relation.LINE);
        return OldRegime.imported(checklist.conversation(), two, checklist.heldOn(), checklist.heldOn().atTime(LocalTime.NOON)
                .atZone(roster.zoneOf(organisation, checklist.employee())).toInstant(), Words.of(checklist.content()), id);
    }

    /** In UTC: a checklist comes in long after it was held. */
    private LocalDate today() {
        return LocalDate.ofInstant(roster.now(), ZoneOffset.UTC);
    }

    private static Key key(Organisation organisation, Checklist checklist) {
        return Key.of(organisation, checklist.conversation());
    }
}
