package nl.klimrek.conversations.coach;

import nl.klimrek.contracts.conversations.CoachAppointed;
import nl.klimrek.contracts.conversations.CoachEndReason;
import nl.klimrek.contracts.conversations.CoachEnded;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.CoachProfileChanged;
import nl.klimrek.eventing.Decision;

/**
 * Somebody on the register of coaches, or who was on it. HR appoints and ends; the coach alone changes the profile. A profile
 * outlives the appointment, so that somebody who is appointed again has it back.
 *
 * @param person person id
 * @param kind what kind of coach
 * @param appointed whether the appointment holds now
 * @param profile what colleagues choose the coach by
 */
record Coach(String person, CoachKind kind, boolean appointed, CoachProfile profile) {

    /** Appoints somebody who never was a coach. */
    static Decision<Coach> first(String person, CoachKind kind) {
        return Decision.accept(new Coach(person, kind, true, CoachProfile.EMPTY), new CoachAppointed(person, kind));
    }

    /** Appoints again, or as another kind of coach. */
    Decision<Coach> appoint(CoachKind next) {
        return appointed && kind == next
                ? Decision.unchanged()
                : Decision.accept(new Coach(person, next, true, profile), new CoachAppointed(person, next));
    }

    /** Changes the profile; only while the appointment holds. */
    Decision<Coach> describe(CoachProfile next) {
        if (!appointed) {
            return Decision.refuse("coach-unknown");
        }
        return profile.equals(next)
                ? Decision.unchanged()
                : Decision.accept(
                        new Coach(person, kind, true, next),
                        new CoachProfileChanged(person, next.skills(), next.languages(), next.workingDays()));
    }

    /** Ends the appointment; one that ended stays so. */
    Decision<Coach> end(CoachEndReason reason) {
        return appointed
                ? Decision.accept(new Coach(person, kind, false, profile), new CoachEnded(person, reason))
                : Decision.unchanged();
    }
}
