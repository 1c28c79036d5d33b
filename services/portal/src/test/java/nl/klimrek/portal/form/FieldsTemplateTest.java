package nl.klimrek.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.portal.services.Section.Trouble;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The fields of forms as they come out of their fragments, without a server. */
class FieldsTemplateTest {
    private static final SpringTemplateEngine ENGINE = engine();

    @Test
    void a_text_has_a_label_and_comes_back_as_it_was_typed_and_escaped() {
        String html = render(
                "~{form/fields :: text(${form}, 'title', 'text', 'What do you want?', 'One line', null, true, 200)}",
                form(Map.of("title", List.of("Learn <b>BPMN</b> & more")), null));
        assertThat(html)
                .contains(
                        "<label class=\"utrecht-form-label\" for=\"goal-title\">",
                        "What do you want?",
                        "id=\"goal-title\"",
                        "required",
                        "maxlength=\"200\"",
                        "value=\"Learn &lt;b&gt;BPMN&lt;/b&gt; &amp; more\"",
                        "aria-describedby=\"goal-title-hint\"")
                .doesNotContain("optional");
    }

    @Test
    void what_is_wrong_stands_beside_the_field_it_is_about() {
        Trouble trouble = new Trouble(400, "form.day", "Look again", "", true, Map.of("until", "Give a date"));
        String html = render(
                "~{form/fields :: day(${form}, 'until', 'By when?', null, '2027-01-01', null, false)}",
                form(Map.of(), trouble));
        assertThat(html)
                .contains(
                        "utrecht-form-field--invalid",
                        "id=\"goal-until-error\">Give a date",
                        "aria-invalid=\"true\"",
                        "aria-describedby=\"goal-until-error\"",
                        "value=\"2027-01-01\"",
                        "optional");
    }

    @Test
    void choices_come_back_as_they_were_made() {
        List<Choice> options =
                List.of(new Choice("UP", "Up"), new Choice("SIDE", "Sideways", "Something else at the same height"));
        Map<String, List<String>> typed = Map.of("direction", List.of("SIDE"));
        assertThat(render(
                        "~{form/fields :: select(${form}, 'direction', 'Where to?', null, ${options}, 'UP', true)}",
                        form(typed, null),
                        options))
                .containsPattern("value=\"SIDE\"\\s+selected")
                .doesNotContainPattern("value=\"UP\"\\s+selected");
        assertThat(render(
                        "~{form/fields :: radios(${form}, 'direction', 'Where to?', null, ${options}, 'UP')}",
                        form(typed, null),
                        options))
                .containsPattern("value=\"SIDE\"\\s+checked")
                .contains("Something else at the same height");
        assertThat(render(
                        "~{form/fields :: checks(${form}, 'direction', 'Where to?', null, ${options}, null)}",
                        form(typed, null),
                        options))
                .containsPattern("value=\"SIDE\"\\s+checked");
    }

    @Test
    void a_moment_is_a_day_and_a_time_with_labels_of_their_own() {
        String html = render(
                "~{form/fields :: moment(${form}, 'start', 'Which day?', '2026-12-01', '10:00', '2026-11-30', true)}",
                form(Map.of(), null));
        assertThat(html)
                .contains(
                        "name=\"start.day\"",
                        "name=\"start.time\"",
                        "for=\"goal-start.day\"",
                        "for=\"goal-start.time\"",
                        "min=\"2026-11-30\"",
                        "value=\"10:00\"");
    }

    @Test
    void a_long_text_and_a_tick_and_a_step_are_there_too() {
        assertThat(render(
                        "~{form/fields :: area(${form}, 'why', 'Why?', null, null, false, 2000)}",
                        form(Map.of("why", List.of("Because\nso")), null)))
                .contains(">Because\nso</textarea>", "maxlength=\"2000\"");
        assertThat(render(
                        "~{form/fields :: check(${form}, 'private', 'Only for me', null, true)}", form(Map.of(), null)))
                .containsPattern("name=\"private\"\\s+value=\"true\"\\s+checked");
        assertThat(render("~{form/fields :: send(${form}, 'Log my goal')}", form(Map.of("why", List.of("x")), null)))
                .contains("Log my goal", "/drafts/forget");
    }

    private static Form form(Map<String, List<String>> typed, Trouble trouble) {
        List<FormDraft> remembered =
                typed.isEmpty() ? List.of() : List.of(new FormDraft("/plan", "goal", null, typed, Instant.EPOCH));
        return new PageForms(remembered, trouble, trouble == null ? "" : "goal").of("goal");
    }

    private static String render(String fragment, Form form) {
        return render(fragment, form, List.of());
    }

    private static String render(String fragment, Form form, List<Choice> options) {
        Context context = new Context(Locale.ENGLISH, Map.of("form", form, "options", options));
        return ENGINE.process("<th:block th:insert=\"" + fragment + "\"></th:block>", context);
    }

    private static SpringTemplateEngine engine() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("nl/klimrek/portal/form/texts");
        texts.setDefaultEncoding("UTF-8");
        ClassLoaderTemplateResolver rooms = new ClassLoaderTemplateResolver();
        rooms.setPrefix("nl/klimrek/portal/");
        rooms.setSuffix(".html");
        rooms.setResolvablePatterns(java.util.Set.of("form/*"));
        rooms.setOrder(1);
        StringTemplateResolver text = new StringTemplateResolver();
        text.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(texts);
        engine.addTemplateResolver(rooms);
        engine.addTemplateResolver(text);
        return engine;
    }
}
