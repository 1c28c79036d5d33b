package nl.klimrek.journal.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.klimrek.servicekit.web.StrictMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Maps dead letters to their API form, in the reader's language. */
@Mapper(config = StrictMapping.class)
abstract class DeadLetterViewMapper {

    private static final String TEXT_PREFIX = "dead-letter.reason.";
    private static final String FAILURE_PREFIX = "failed-";

    @Autowired
    private MessageSource messages;

    @Autowired
    private LocaleResolver locales;

    @Mapping(target = ".", source = "origin")
    @Mapping(target = ".", source = "parked")
    @Mapping(target = "partition", source = "origin.partition")
    @Mapping(target = "offset", source = "origin.offset")
    @Mapping(target = "attempts", source = "attempt")
    @Mapping(target = "bytes", expression = "java(Math.max(0, letter.parked().bytes()))")
    @Mapping(target = "explanation", source = "parked.reason", qualifiedByName = "explanation")
    @Mapping(target = "discardedBecause", source = "discarded")
    abstract DeadLetterView view(DeadLetter letter, @Context HttpServletRequest request);

    /** A reason without its own text is either a failure of the consumer's code or a refusal by its rules. */
    @Named("explanation")
    String explanation(String reason, @Context HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        String general = messages.getMessage(
                TEXT_PREFIX + (reason.startsWith(FAILURE_PREFIX) ? "failed" : "refused"), null, locale);
        return messages.getMessage(TEXT_PREFIX + reason, null, general, locale);
    }
}
