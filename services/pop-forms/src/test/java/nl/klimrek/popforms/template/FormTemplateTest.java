package nl.klimrek.popforms.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.klimrek.popforms.plan.Portrait;
import org.junit.jupiter.api.Test;

class FormTemplateTest {

    private final FormTemplate form = new FormTemplateRepository(new ObjectMapper()).newest();

    @Test
    void each_question_of_the_portrait_has_a_place_for_its_answer() {
        List<String> places = Stream.of(Portrait.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(form.sections().get(0).questions())
                .extracting(FormTemplate.Question::code)
                .containsExactlyElementsOf(places);
    }

    @Test
    void the_form_is_in_the_readers_language_and_in_english_for_all_other_readers() {
        assertThat(FormTemplateView.of(form, Locale.forLanguageTag("nl-BE"))
                        .sections()
                        .get(1)
                        .title())
                .isEqualTo("Waar wil ik naartoe?");
        assertThat(FormTemplateView.of(form, Locale.FRENCH).sections().get(1).title())
                .isEqualTo("Where do I want to go?");
    }
}
