package nl.klimrek.conversations.planning.proposal;

import java.util.Locale;
import nl.klimrek.conversations.planning.proposal.PlanView.Planned;
import nl.klimrek.conversations.planning.proposal.PlanView.TooMuch;
import nl.klimrek.conversations.planning.proposal.PlanView.Without;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** From a plan to what HR reads of it. */
@Component
public class PlanViewMapper {

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
        return new PlanView(
                Page.of(plan.slots().stream().map(PlanViewMapper::planned).toList(), Planned::conversation, asked),
                plan.without().stream().map(one -> without(one, reader)).toList(),
                plan.load(),
                plan.overloads().stream().map(PlanViewMapper::tooMuch).toList(),
                plan.fitting(),
                plan.reasons(),
                plan.overloaded(),
                plan.minutesShort());
    }

    private static Planned planned(PlanPreview.Fitting fitting) {
        ConversationToPlan talk = fitting.talk();
        return new Planned(
                talk.conversation(),
                talk.employee(),
                talk.manager(),
                fitting.slot().start(),
                fitting.slot().end());
    }

    private Without without(PlanPreview.Unplanned one, Locale reader) {
        ConversationToPlan talk = one.talk();
        return new Without(
                talk.conversation(),
                talk.employee(),
                talk.manager(),
                one.why(),
                messages.getMessage("no-slot." + one.why(), null, reader));
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
