package nl.klimrek.conversations.request;

import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.conversations.coach.CoachRegister;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides with whom a conversation can be requested. Employees request one for themselves, managers one with a present
 * report. A career conversation may be with a coach or anybody else in the organisation, every other one is with the manager.
 */
@Component
class CounterpartRules {

    /** A team talks as a team; an assessment comes from the old regime. */
    private static final Set<ConversationType> NOT_ASKED =
            Set.of(ConversationType.TEAM_DIALOGUE, ConversationType.ASSESSMENT);

    private final CurrentRoster roster;
    private final CoachRegister coaches;
    private final ExternalCoachRegister externals;

    CounterpartRules(CurrentRoster roster, CoachRegister coaches, ExternalCoachRegister externals) {
        this.coaches = coaches;
        this.externals = externals;
        this.roster = roster;
    }

    /**
     * The two who will talk.
     *
     * @param asCoach whether the counterpart has to be a coach now, because the employee chose from the register
     */
    Participants participants(
            Caller caller, ConversationType type, String employee, @Nullable String counterpart, boolean asCoach) {
        Organisation organisation = caller.organisation();
        if (!possible(employee) || counterpart != null && !possible(counterpart)) {
            throw refused("person-unknown");
        }
        boolean own = caller.person().equals(employee);
        if (!own && !roster.manages(organisation, caller.person(), employee)) {
            throw refused("forbidden");
        }
        if (!own && counterpart != null && !counterpart.equals(caller.person())) {
            throw refused("forbidden");
        }
        if (NOT_ASKED.contains(type)) {
            throw refused("type-not-askable");
        }
        PersonProfile known = roster.employed(organisation, employee).orElseThrow(() -> refused("person-unknown"));
        return counterpart == null || counterpart.equals(known.manager())
                ? inLine(organisation, known)
                : outside(organisation, type, employee, counterpart, asCoach);
    }

    private Participants inLine(Organisation organisation, PersonProfile employee) {
        String manager = roster.managerOf(organisation, employee).orElseThrow(() -> refused("manager-missing"));
        return Participants.of(employee.person(), manager, Relation.LINE);
    }

    private Participants outside(
            Organisation organisation, ConversationType type, String employee, String counterpart, boolean asCoach) {
        if (counterpart.equals(employee)) {
            throw refused("counterpart-is-employee");
        }
        if (type != ConversationType.CAREER) {
            throw refused("counterpart-outside-line");
        }
        if (ExternalCoachId.matches(counterpart)) {
            return external(organisation, employee, counterpart);
        }
        if (roster.employed(organisation, counterpart).isEmpty()) {
            throw refused("person-unknown");
        }
        boolean coach = coaches.has(organisation, counterpart);
        if (asCoach && !coach) {
            throw refused("coach-unknown");
        }
        return Participants.of(employee, counterpart, coach ? Relation.COACH : Relation.OUTSIDE);
    }

    /** One more conversation of a track; who invited somebody to a single conversation invites them anew. */
    private Participants external(Organisation organisation, String employee, String counterpart) {
        if (!externals.isTrackOf(organisation, employee, counterpart)) {
            throw refused("external-coach-unknown");
        }
        return Participants.of(employee, counterpart, Relation.EXTERNAL);
    }

    private static boolean possible(String person) {
        return person.matches(Key.ID);
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
