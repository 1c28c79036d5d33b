package nl.klimrek.conversations.cycle.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.cadence.Cadence;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.cycle.cadence.EmployeeRhythm;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.conversations.cycle.policy.WindowExplanation.Because;
import nl.klimrek.conversations.cycle.policy.WindowExplanation.OfType;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionTemplate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Explains why a person has a window, and what the conversation is prepared with. */
@Component
class WindowExplainer {

    private final MessageSource messages;

    WindowExplainer(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param rhythm what of the employee has its days
     * @param manager whether there is somebody to talk with
     * @param bank what templates are called
     */
    WindowExplanation explain(
            Cycle cycle,
            PolicyMember member,
            EmployeeRhythm rhythm,
            boolean manager,
            LocalDate today,
            QuestionBank bank,
            Locale reader) {
        Cadence cadence = cycle.cadence(member, today);
        List<OfType> types = cycle.dueFor(member, today).stream()
                .map(due -> ofType(due, cadence, rhythm, manager, bank, reader))
                .toList();
        return new WindowExplanation(
                cycle.id(),
                member.person(),
                cadence.scope(),
                cadence.target(),
                cadence.version(),
                cadence.anchor(),
                types);
    }

    private OfType ofType(
            DueConversation due,
            Cadence cadence,
            EmployeeRhythm rhythm,
            boolean manager,
            QuestionBank bank,
            Locale reader) {
        List<Because> because = new ArrayList<>(List.of(because(reader, "POLICY_OF_" + cadence.scope())));
        if (due instanceof DueConversation.NotNow none) {
            because.add(because(reader, none.why().name()));
            return new OfType(
                    none.rule().type(), none.rule().everyDays(), null, null, null, null, null, null, null, because);
        }
        DueConversation.Wanted wanted = (DueConversation.Wanted) due;
        wanted.shaped().forEach(shaping -> because.add(because(reader, shaping.name())));
        prepared(wanted.rule(), bank, because, reader);
        boolean free =
                rhythm.has(wanted.conversation()) || !rhythm.taken(wanted.rule().type(), wanted.window());
        because.add(because(
                reader,
                !manager
                        ? "NO_MANAGER"
                        : rhythm.has(wanted.conversation())
                                ? "ALREADY_PLANNED"
                                : free ? "NEXT_RUN" : "OTHER_IN_WINDOW"));
        Window window = wanted.window();
        return new OfType(
                wanted.rule().type(),
                wanted.rule().everyDays(),
                wanted.period().from(),
                wanted.period().until(),
                window.from(),
                window.until(),
                wanted.rule().preparationDays(),
                CadencePolicy.templateOf(wanted.rule()),
                manager && free ? wanted.conversation() : null,
                because);
    }

    private void prepared(CadenceRule rule, QuestionBank bank, List<Because> because, Locale reader) {
        if (rule.preparationDays() != null) {
            because.add(because(reader, "PREPARED_FROM", rule.preparationDays()));
        }
        bank.template(rule.type(), rule.template(), rule.templateVersion())
                .map(QuestionTemplate::name)
                .ifPresent(name -> because.add(because(reader, "QUESTIONS_FROM", name)));
    }

    private Because because(Locale reader, String code, Object... details) {
        return new Because(code, messages.getMessage("because." + code, details.length == 0 ? null : details, reader));
    }
}
