package nl.klimrek.people.corrections;

import nl.klimrek.people.duplicates.DuplicateQuestionService;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.roster.PersonRepository;
import nl.klimrek.people.roster.RosterService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    QuarantineReprocessor heldRecords(Quarantine quarantine, RecordProcessor processor, SourceBindings bindings) {
        return new QuarantineReprocessor(quarantine, processor, bindings);
    }

    @Bean
    DuplicateAnswerService questionAnswers(
            DuplicateQuestionService questions,
            RosterService roster,
            Quarantine quarantine,
            QuarantineReprocessor reprocessor) {
        return new DuplicateAnswerService(questions, roster, quarantine, reprocessor);
    }

    @Bean
    DuplicateQuestionViewFactory questionViews(
            PersonRepository people,
            EmployeeNumberRepository numbers,
            Quarantine quarantine,
            MessageSource messages,
            LocaleResolver locales) {
        return new DuplicateQuestionViewFactory(people, numbers, quarantine, messages, locales);
    }
}
