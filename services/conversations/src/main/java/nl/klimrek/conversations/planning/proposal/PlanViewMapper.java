package nl.klimrek.conversations.planning.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.planning.proposal.PlanView.Planned;
import nl.klimrek.conversations.planning.proposal.PlanView.TooMuch;
import nl.klimrek.conversations.planning.proposal.PlanView.Without;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.WeekLoad;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** From a plan to what HR reads of it. */
@Component
public class PlanViewMapper {

    private static final Comparator<Planned> EARLIEST_FIRST =
            Comparator.comparing(Planned::slotStart).thenComparing(Planned::conversation);
    private static final Comparator<WeekLoad> SHORTEST_FIRST = Comparator.comparingInt(WeekLoad::minutesShort)
            .reversed()
            .thenComparing(WeekLoad::week)
            .thenComparing(WeekLoad::manager);

    private final MessageSource messages;

    PlanViewMapper(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The plan as HR sees it.
     *
     * @param asked which page of the slots
     */
    public PlanView view(PlanPreview plan, ListRequest asked, Locale reader) {
        List<Planned> slots = plan.asked().values().stream()
                .map(talk -> planned(talk, plan.slots().get(talk.conversation())))
                .filter(Objects::nonNull)
                .sorted(EARLIEST_FIRST)
                .toList();
        Map<NoSlotReason, Integer> reasons = new TreeMap<>();
        plan.without().values().forEach(why -> reasons.merge(why, 1, Integer::sum));
        List<Without> without = new TreeMap<>(plan.without())
                .entrySet().stream()
                        .limit(PlanView.MAX_ENTRIES)
                        .map(entry -> without(plan.asked().get(entry.getKey()), entry.getValue(), reader))
                        .toList();
        return new PlanView(
                Page.of(slots, Planned::conversation, asked),
                without,
                plan.load().stream()
                        .sorted(SHORTEST_FIRST)
                        .limit(PlanView.MAX_ENTRIES)
                        .toList(),
                plan.overloads().stream().map(PlanViewMapper::tooMuch).toList(),
                slots.size(),
                reasons);
    }

    private static Planned planned(ConversationToPlan talk, Slot slot) {
        return slot == null
                ? null
                : new Planned(talk.conversation(), talk.employee(), talk.manager(), slot.start(), slot.end());
    }

    private Without without(ConversationToPlan talk, NoSlotReason why, Locale reader) {
        return new Without(
                talk.conversation(),
                talk.employee(),
                talk.manager(),
                why,
                messages.getMessage("no-slot." + why, null, reader));
    }

    private static TooMuch tooMuch(PlanPreview.Shortage found) {
        Overload overload = found.overload();
        return new TooMuch(
                overload.manager(),
                overload.conversations(),
                overload.minutesShort(),
                overload.from(),
                overload.until(),
                found.delegates());
    }
}
