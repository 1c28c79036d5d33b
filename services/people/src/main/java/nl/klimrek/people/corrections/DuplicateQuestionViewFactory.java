package nl.klimrek.people.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.corrections.DuplicateQuestionView.Side;
import nl.klimrek.people.duplicates.DuplicateQuestion;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.roster.PersonRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Builds the view of a duplicate question, with both people as they are known now. */
final class DuplicateQuestionViewFactory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PersonRepository people;
    private final EmployeeNumberRepository numbers;
    private final Quarantine quarantine;
    private final MessageSource messages;
    private final LocaleResolver locales;

    DuplicateQuestionViewFactory(
            PersonRepository people,
            EmployeeNumberRepository numbers,
            Quarantine quarantine,
            MessageSource messages,
            LocaleResolver locales) {
        this.people = people;
        this.numbers = numbers;
        this.quarantine = quarantine;
        this.messages = messages;
        this.locales = locales;
    }

    DuplicateQuestionView view(Organisation organisation, DuplicateQuestion question, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        String explanation = question.because().stream()
                .map(likeness -> messages.getMessage("likeness." + likeness.name(), null, likeness.name(), locale))
                .collect(Collectors.joining(" "));
        return new DuplicateQuestionView(
                question.id(),
                question.because(),
                explanation,
                Side.of(people.get(organisation, question.person())),
                other(organisation, question),
                question.waiting(),
                question.askedAt(),
                question.answer(),
                question.answeredBy(),
                question.answeredAt());
    }

    private Side other(Organisation organisation, DuplicateQuestion question) {
        return numbers.find(organisation, question.source(), question.number())
                .flatMap(person -> people.find(organisation, person))
                .map(Versioned::state)
                .map(Side::of)
                .or(() -> Optional.ofNullable(question.waiting())
                        .flatMap(item -> quarantine.find(organisation, item))
                        .map(Versioned::state)
                        .map(item -> waiting(question, item)))
                .orElseGet(() ->
                        new Side(null, question.source(), question.number(), null, null, null, null, null, null, null));
    }

    private static Side waiting(DuplicateQuestion question, QuarantinedRecord item) {
        JsonNode data = read(item.content() == null ? null : item.content().data());
        return new Side(
                null,
                question.source(),
                question.number(),
                null,
                text(data, "givenName"),
                text(data, "familyName"),
                text(data, "email"),
                text(data, "team"),
                text(data, "job"),
                day(text(data, "startDate")));
    }

    private static JsonNode read(@Nullable String data) {
        try {
            return data == null ? JSON.missingNode() : JSON.readTree(data);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the data of an item is JSON", damaged);
        }
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.path(field).isTextual() ? data.path(field).textValue() : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException written) {
            // A day with a time after it is shown in the item itself.
            return null;
        }
    }
}
