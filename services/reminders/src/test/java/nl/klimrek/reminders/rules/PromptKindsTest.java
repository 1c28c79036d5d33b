package nl.klimrek.reminders.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every kind of prompt has its texts in each language, and every rule in code is a component. */
class PromptKindsTest {

    @Test
    void every_class_of_rules_is_found_by_the_service() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter((type, factory) -> false);
        var everywhere = new ClassPathScanningCandidateComponentProvider(false);
        everywhere.addIncludeFilter(new AssignableTypeFilter(PromptRules.class));
        Set<String> components = scanner.findCandidateComponents("nl.klimrek.reminders").stream()
                .map(found -> found.getBeanClassName())
                .collect(Collectors.toSet());
        assertThat(everywhere.findCandidateComponents("nl.klimrek.reminders"))
                .hasSizeGreaterThan(4)
                .allSatisfy(rules -> assertThat(components).contains(rules.getBeanClassName()));
    }

    @ParameterizedTest
    @EnumSource(PromptAction.class)
    void it_has_its_texts_in_each_language(PromptAction kind) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("nl.klimrek.reminders.messages");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultEncoding("UTF-8");
        String name = "mail." + PromptNeed.code(kind);
        Set<String> inBoth = Stream.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))
                .flatMap(locale ->
                        Stream.of(".subject", ".step", ".why").map(part -> texts.getMessage(name + part, null, locale)))
                .collect(Collectors.toSet());
        assertThat(inBoth).as("no text stands for two").hasSize(6);
    }
}
