package nl.klimrek.people.quarantine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.servicekit.problem.ProblemFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Describes faults and reasons of quarantine in the reader's language. */
@Component
public final class FieldFaultViewFactory {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ProblemFactory problems;

    FieldFaultViewFactory(MessageSource messages, LocaleResolver locales, ProblemFactory problems) {
        this.messages = messages;
        this.locales = locales;
        this.problems = problems;
    }

    public FieldFaultView view(FieldFault fault, HttpServletRequest request) {
        return new FieldFaultView(
                fault.field(),
                fault.code(),
                problems.field(fault.field(), fault.code(), request).message(),
                fault.value(),
                messages.getMessage("expected." + fault.field(), null, null, locales.resolveLocale(request)));
    }

    public List<FieldFaultView> views(List<FieldFault> faults, HttpServletRequest request) {
        return faults.stream().map(fault -> view(fault, request)).toList();
    }

    /** Why a record waits. */
    public String explanation(QuarantineReason reason, List<FieldFault> faults, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        String ofReason = messages.getMessage("quarantine." + reason.name(), null, reason.name(), locale);
        return faults.isEmpty()
                ? ofReason
                : messages.getMessage(
                        "quarantine." + reason.name() + "." + faults.get(0).code(), null, ofReason, locale);
    }
}
