package nl.klimrek.reminders.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** Every kind of prompt is complete: rules that schedule it, and its texts in each language. */
class PromptKindsTest {

    private static final List<Class<?>> RULES = discoverRules();

    @ParameterizedTest
    @EnumSource(PromptAction.class)
    void one_class_of_rules_schedules_it(PromptAction kind) {
        assertThat(RULES)
                .filteredOn(rules -> kinds(rules).anyMatch(kind::equals))
                .hasSize(1);
    }

    @Test
    void every_class_of_rules_is_found_by_the_service() {
        assertThat(RULES)
                .isNotEmpty()
                .allMatch(rules -> AnnotatedElementUtils.hasAnnotation(rules, Component.class))
                .allMatch(rules -> rules.isAnnotationPresent(Schedules.class));
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

    private static Stream<PromptAction> kinds(Class<?> rules) {
        return Arrays.stream(rules.getAnnotation(Schedules.class).value());
    }

    private static List<Class<?>> discoverRules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(PromptRules.class));
        return scanner.findCandidateComponents("nl.klimrek.reminders").stream()
                .<Class<?>>map(found -> load(found.getBeanClassName()))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
