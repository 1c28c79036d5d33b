package nl.klimrek.conversations.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import nl.klimrek.conversations.cycle.Explanation.Because;
import nl.klimrek.conversations.cycle.Explanation.OfType;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.conversations.rhythm.Rhythm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why somebody has the windows they have. */
@Component
class Explaining {

    private final MessageSource messages;

    Explaining(MessageSource messages) {
        this.messages = messages;
    }

    /** @param rhythm what of the employee has its days; @param manager whether there is somebody to talk with */
    Explanation explain(Cycle cycle, Member member, Rhythm rhythm, boolean manager, LocalDate today, Locale reader) {
        Cadence cadence = cycle.cadence(member, today);
        List<OfType> types = cycle.dueFor(member, today).stream()
                .map(due -> ofType(due, cadence, rhythm, manager, reader)).toList();
        return new Explanation(cycle.id(), member.person(), cadence.scope(), cadence.target(), cadence.version(),
                cadence.anchor(), types);
    }

    private OfType ofType(Due due, Cadence cadence, Rhythm rhythm, boolean manager, Locale reader) {
        List<String> codes = new ArrayList<>(List.of("POLICY_OF_" + cadence.scope()));
        if (due instanceof Due.NotNow none) {
            codes.add(none.why().name());
            return new OfType(none.rule().type(), none.rule().everyDays(), null, null, null, null, null, texts(codes, reader));
        }
        Due.Wanted wanted = (Due.Wanted) due;
        wanted.shaped().forEach(shaping -> codes.add(shaping.name()));
        boolean free = rhythm.has(wanted.conversation()) || !rhythm.taken(wanted.rule().type(), wanted.window());
        if (!manager) {
            codes.add("NO_MANAGER");
        } else {
            codes.add(rhythm.has(wanted.conversation()) ? "ALREADY_PLANNED" : free ? "NEXT_RUN" : "OTHER_IN_WINDOW");
        }
        Window window = wanted.window();
        return new OfType(wanted.rule().type(), wanted.rule().everyDays(), wanted.period().from(), wanted.period().until(),
                window.from(), window.until(), manager && free ? wanted.conversation() : null, texts(codes, reader));
    }

    private List<Because> texts(List<String> codes, Locale reader) {
        return codes.stream().map(code -> new Because(code, messages.getMessage("because." + code, null, reader))).toList();
    }
}
