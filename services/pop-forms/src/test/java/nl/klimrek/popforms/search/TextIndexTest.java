package nl.klimrek.popforms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    private final TextIndex<String> index = index(
            skill("s1", "wonden verzorgen", List.of("wondverzorging"), "treat wounds"),
            skill("s2", "patiënten verzorgen", List.of(), "care for patients"),
            skill("s3", "zorg plannen", List.of("zorgplan maken"), "plan care"),
            skill("s4", "lassen", List.of(), "weld"),
            skill("s5", "onder water lassen", List.of("TIG-lassen"), "weld underwater"));

    @Test
    void finds_by_the_beginning_of_a_word_and_puts_the_name_itself_first() {
        assertThat(found("las", "nl")).containsExactly("s4", "s5");
        assertThat(found("lassen", "nl")).containsExactly("s4", "s5");
        assertThat(found("onder w", "nl")).containsExactly("s5");
    }

    @Test
    void accents_case_and_signs_make_no_difference() {
        assertThat(found("PATIENTEN", "nl")).containsExactly("s2");
        assertThat(found("tig lassen", "nl")).containsExactly("s5");
        assertThat(found("patiënten, verzorgen!", "nl")).containsExactly("s2");
    }

    @Test
    void finds_part_of_a_compound_from_four_letters_on() {
        assertThat(found("verzorging", "nl")).containsExactly("s1");
        assertThat(found("org", "nl")).isEmpty();
    }

    @Test
    void the_reader_s_language_comes_first_and_the_other_is_found_too() {
        assertThat(found("plan", "en")).containsExactly("s3");
        assertThat(found("care", "en")).containsExactly("s2", "s3");
        assertThat(found("weld", "nl")).containsExactly("s4", "s5");
    }

    @Test
    void all_words_must_be_there() {
        assertThat(found("wonden plannen", "nl")).isEmpty();
        assertThat(found("", "nl")).isEmpty();
        assertThat(found("., -", "nl")).isEmpty();
    }

    @Test
    void shows_no_more_than_asked_for() {
        assertThat(index.search("lassen", "nl", 1)).hasSize(1);
    }

    private List<String> found(String text, String language) {
        return index.search(text, language, 10);
    }

    private record Named(String code, String dutch, List<String> others, String english) {}

    private static Named skill(String code, String dutch, List<String> others, String english) {
        return new Named(code, dutch, others, english);
    }

    private static TextIndex<String> index(Named... skills) {
        TextIndex.Builder<String> builder = new TextIndex.Builder<>();
        for (Named skill : skills) {
            builder.add(skill.code(), skill.code(), Map.of("nl", skill.dutch(), "en", skill.english()), skill.others());
        }
        return builder.build();
    }
}
