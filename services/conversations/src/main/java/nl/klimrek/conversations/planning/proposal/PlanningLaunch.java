package nl.klimrek.conversations.planning.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.servicekit.people.PersonProfile;

/**
 * What a cycle wants slots for.
 *
 * @param organisation whose
 * @param cycle id of the cycle
 * @param leadDays days between invitation and conversation
 * @param closed days on which nobody is asked to talk, beside public holidays
 * @param people those of the people concerned who are employed, by id
 * @param talks conversations that have no slot
 */
public record PlanningLaunch(
        Organisation organisation,
        String cycle,
        int leadDays,
        Set<LocalDate> closed,
        Map<String, PersonProfile> people,
        List<ConversationToPlan> talks) {

    /**
     * Makes a launch.
     *
     * @param employed the employed people among those concerned
     */
    public static PlanningLaunch of(
            Organisation organisation,
            String cycle,
            int leadDays,
            Set<LocalDate> closed,
            List<PersonProfile> employed,
            List<ConversationToPlan> talks) {
        return new PlanningLaunch(
                organisation,
                cycle,
                leadDays,
                closed,
                employed.stream().collect(Collectors.toMap(PersonProfile::person, Function.identity())),
                talks);
    }
}
