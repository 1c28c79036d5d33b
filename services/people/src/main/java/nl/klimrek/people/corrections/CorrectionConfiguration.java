package nl.klimrek.people.corrections;

import nl.klimrek.people.duplicates.Questions;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.roster.Roster;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** What the controllers of this feature share. */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    HeldRecords heldRecords(Quarantine quarantine, RecordProcessor processor, SourceBindings bindings) {
        return new HeldRecords(quarantine, processor, bindings);
    }

    @Bean
    QuestionAnswers questionAnswers(Questions questions, Roster roster, Quarantine quarantine, HeldRecords held) {
        return new QuestionAnswers(questions, roster, quarantine, held);
    }

    @Bean
    QuestionViews questionViews(
            Roster roster,
            EmployeeNumbers numbers,
            Quarantine quarantine,
            MessageSource messages,
            LocaleResolver locales) {
        return new QuestionViews(roster, numbers, quarantine, messages, locales);
    }
}
