package nl.klimrek.reminders.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptTemplateChanged;
import nl.klimrek.contracts.reminders.TemplateChange;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** The versions of an organisation's own words, and who gets which while two are compared. */
class OwnTemplateTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private final OwnTemplate none = OwnTemplate.none(PromptAction.ARRANGE);
    private final OwnTemplate first = accepted(none.save(words("een"), words("one"), NOW));

    @Test
    void saved_words_are_a_new_version_and_the_event_names_it_without_words() {
        Decision<OwnTemplate> second = first.save(words("twee"), words("two"), NOW);
        assertThat(((Decision.Accepted<OwnTemplate>) second).events())
                .isEqualTo(List.of(new PromptTemplateChanged(PromptAction.ARRANGE, TemplateChange.SAVED, 2)));
        assertThat(accepted(second).inUse()).containsExactly(2);
        assertThat(accepted(second).version(1)).isPresent();
    }

    @Test
    void the_same_words_again_change_nothing() {
        assertThat(first.save(words("een"), words("one"), NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(first.compare(words("een"), words("one"), NOW)).isInstanceOf(Decision.Refused.class);
        OwnTemplate compared = accepted(first.compare(words("twee"), words("two"), NOW));
        assertThat(compared.compare(words("twee"), words("two"), NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void after_going_back_the_next_version_has_a_number_of_its_own() {
        OwnTemplate back = accepted(first.reset());
        assertThat(back.current()).isZero();
        assertThat(back.reset()).isInstanceOf(Decision.Unchanged.class);
        assertThat(accepted(back.save(words("een"), words("one"), NOW)).inUse()).containsExactly(2);
    }

    @Test
    void two_texts_are_compared_at_most_and_one_of_them_stays() {
        OwnTemplate compared = accepted(none.compare(words("een"), words("one"), NOW));
        assertThat(compared.inUse()).containsExactly(OwnTemplate.BUILT_IN, 1);
        assertThat(compared.compare(words("twee"), words("two"), NOW)).isInstanceOf(Decision.Refused.class);
        assertThat(compared.choose(7)).isInstanceOf(Decision.Refused.class);
        assertThat(accepted(compared.choose(1)).inUse()).containsExactly(1);
        assertThat(accepted(compared.choose(OwnTemplate.BUILT_IN)).inUse()).isEmpty();
        assertThat(accepted(compared.choose(1)).choose(1)).isInstanceOf(Decision.Unchanged.class);
        assertThat(first.choose(OwnTemplate.BUILT_IN)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void old_versions_go_and_those_in_use_stay() {
        OwnTemplate compared = accepted(first.compare(words("twee"), words("two"), NOW));
        OwnTemplate template = accepted(compared.choose(1));
        for (int at = 0; at < 40; at++) {
            template = accepted(template.reset());
            template = accepted(template.save(words("nr " + at), words("no " + at), NOW));
        }
        assertThat(template.versions()).hasSize(20);
        assertThat(template.version(template.current())).isPresent();
        assertThat(template.last()).isEqualTo(42);
    }

    @Test
    void a_version_in_use_stays_however_many_were_compared_with_it() {
        OwnTemplate template = first;
        for (int at = 0; at < 40; at++) {
            OwnTemplate compared = accepted(template.compare(words("nr " + at), words("no " + at), NOW));
            assertThat(compared.version(1)).as("comparison " + at).isPresent();
            template = accepted(compared.choose(1));
        }
        assertThat(template.inUse()).containsExactly(1);
        assertThat(template.versions()).hasSize(20);
    }

    @Test
    void a_person_always_gets_the_same_text_and_about_half_get_each() {
        OwnTemplate compared = accepted(first.compare(words("twee"), words("two"), NOW));
        List<String> people = IntStream.range(0, 2000)
                .mapToObj(i -> "p-" + new UUID(i, 31L * i))
                .toList();
        long firstHalf = people.stream()
                .filter(person -> WordingSelector.variant(compared, PromptAction.ARRANGE, person) == 1)
                .count();
        assertThat(firstHalf).isBetween(900L, 1100L);
        List<Integer> halves = people.stream()
                .map(person -> WordingSelector.variant(compared, PromptAction.ARRANGE, person))
                .toList();
        assertThat(people.stream()
                        .map(person -> WordingSelector.variant(compared, PromptAction.ARRANGE, person))
                        .toList())
                .as("a person keeps the half")
                .isEqualTo(halves);
        assertThat(people.stream()
                        .filter(person -> WordingSelector.variant(compared, PromptAction.ARRANGE, person)
                                == WordingSelector.variant(compared, PromptAction.HOLD, person))
                        .count())
                .as("the halves of two kinds have nothing to do with each other")
                .isBetween(900L, 1100L);
        assertThat(WordingSelector.variant(first, PromptAction.ARRANGE, "p-1")).isEqualTo(1);
    }

    private static Wording words(String text) {
        return new Wording(text, List.of(text), text);
    }

    private static OwnTemplate accepted(Decision<OwnTemplate> decision) {
        return ((Decision.Accepted<OwnTemplate>) decision).state();
    }
}
