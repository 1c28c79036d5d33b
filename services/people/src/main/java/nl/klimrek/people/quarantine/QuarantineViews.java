package nl.klimrek.people.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.servicekit.problem.FieldProblem;
import nl.klimrek.servicekit.problem.Problems;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Shows quarantined records in the reader's language. */
@Mapper
abstract class QuarantineViews {

    @Autowired
    private MessageSource messages;
    @Autowired
    private LocaleResolver locales;
    @Autowired
    private Problems problems;

    @Mapping(target = "explanation", source = "reason")
    @Mapping(target = "fields", source = "faults")
    @Mapping(target = "original", source = "original", qualifiedByName = "text")
    @Mapping(target = "originalBase64", source = "original")
    abstract QuarantineView view(QuarantinedRecord of, @Context HttpServletRequest request);

    abstract List<QuarantineView> views(List<QuarantinedRecord> of, @Context HttpServletRequest request);

    FieldProblem problem(FieldFault fault, @Context HttpServletRequest request) {
        return problems.field(fault.field(), fault.code(), request);
    }

    String explanation(QuarantineReason reason, @Context HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        return messages.getMessage("quarantine." + reason.name(), null, reason.name(), locale);
    }

    /** The bytes as text, or null where they are no text. */
    @Named("text")
    static String text(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
