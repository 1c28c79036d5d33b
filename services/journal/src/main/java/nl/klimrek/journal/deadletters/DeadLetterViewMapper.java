package nl.klimrek.journal.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Shows dead letters in the reader's language. */
@Mapper
abstract class DeadLetterViewMapper {

    private static final String TEXT = "dead-letter.reason.";
    private static final String FAULT = "failed-";

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

    /** A reason without a text of its own is either a fault of the reading code or a refusal of its rules. */
    @Named("explanation")
    String explanation(String reason, @Context HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        String usual = messages.getMessage(TEXT + (reason.startsWith(FAULT) ? "failed" : "refused"), null, locale);
        return messages.getMessage(TEXT + reason, null, usual, locale);
    }
}
