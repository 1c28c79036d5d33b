package nl.klimrek.conversations.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.QuestionPublished;
import nl.klimrek.contracts.conversations.QuestionRetired;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.conversations.TemplatePublished;
import nl.klimrek.conversations.questions.selection.ConversationHistory;
import nl.klimrek.conversations.questions.selection.QuestionSelectionCriteria;
import nl.klimrek.conversations.questions.selection.QuestionSelector;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class OrganisationQuestionBankTest {

    private final QuestionBank brought = QuestionBankRepository.read();
    private final OrganisationQuestionBank own =
            after(OrganisationQuestionBank.EMPTY.add(question("own-1", "Wat leerde je van een patiënt?", null)));

    @Test
    void an_own_question_is_published_by_its_commitment_and_offered_beside_the_others() {
        Decision<OrganisationQuestionBank> added =
                OrganisationQuestionBank.EMPTY.add(question("own-1", "Wat leerde je van een patiënt?", null));
        assertThat(facts(added))
                .containsExactly(new QuestionPublished(
                        "own-1", 1, after(added).questions().get(0).commitment().hash()));
        assertThat(after(added).over(brought).current())
                .hasSize(brought.current().size() + 1);
    }

    @Test
    void a_translation_is_the_next_version_and_the_earlier_one_stays() {
        OrganisationQuestionBank translated = after(own.revise(
                brought, question("own-1", "Wat leerde je van een patiënt?", "What did a patient teach you?")));
        QuestionBank bank = translated.over(brought);
        assertThat(bank.find("own-1").orElseThrow().text(Locale.ENGLISH)).isEqualTo("What did a patient teach you?");
        assertThat(bank.find("own-1", 1).orElseThrow().text(Locale.ENGLISH))
                .isEqualTo("Wat leerde je van een patiënt?");
        assertThat(bank.edition()).isNotEqualTo(own.over(brought).edition());
    }

    @Test
    void only_an_own_question_is_revised() {
        assertThat(refusal(own.revise(brought, question("energy", "x", "y")))).isEqualTo("question-not-own");
        assertThat(refusal(own.revise(brought, question("nope", "x", "y")))).isEqualTo("question-unknown");
    }

    @Test
    void what_was_retired_is_offered_no_longer_and_stays_readable() {
        Decision<OrganisationQuestionBank> retired = own.retire(brought, "energy");
        assertThat(facts(retired)).containsExactly(new QuestionRetired("energy", 1));
        QuestionBank bank = after(retired).over(brought);
        assertThat(bank.current()).extracting(Question::id).doesNotContain("energy");
        assertThat(bank.find("energy", 1)).isPresent();
        assertThat(after(retired).retire(brought, "energy")).isEqualTo(Decision.unchanged());
        assertThat(refusal(own.retire(brought, "nope"))).isEqualTo("question-unknown");
        assertThat(refusal(after(own.retire(brought, "own-1")).revise(brought, question("own-1", "x", "y"))))
                .isEqualTo("question-retired");
    }

    @Test
    void a_usual_template_makes_the_sheet_and_the_sheet_names_its_version() {
        Decision<OrganisationQuestionBank> published = own.publish(brought, template("pride", "going-well", "better"));
        assertThat(facts(published))
                .containsExactly(new TemplatePublished(
                        "own-t", 1, ConversationType.CHECK_IN, List.of("pride", "going-well", "better")));
        OrganisationQuestionBank second =
                after(after(published).publish(brought, template("pride", "going-well", "stop")));
        Questionnaire sheet = QuestionSelector.sheet(second.over(brought), wish());
        assertThat(sheet.template()).isEqualTo("own-t@2");
        assertThat(sheet.picked())
                .extracting(SelectedQuestion::question)
                .containsExactly("pride", "going-well", "stop");
        assertThat(sheet.picked()).extracting(SelectedQuestion::why).containsOnly(SelectionReason.TEMPLATE);
    }

    @Test
    void a_template_that_lost_a_question_is_filled_up_and_keeps_the_heart() {
        OrganisationQuestionBank lost = after(after(own.publish(brought, template("pride", "going-well", "better")))
                .retire(brought, "pride"));
        List<SelectedQuestion> picked =
                QuestionSelector.sheet(lost.over(brought), wish()).picked();
        assertThat(picked)
                .hasSize(3)
                .extracting(SelectedQuestion::why)
                .contains(SelectionReason.TEMPLATE, SelectionReason.HEART);
    }

    @Test
    void a_template_without_heart_or_with_too_few_or_strange_questions_is_refused() {
        assertThat(refusal(own.publish(brought, template("going-well", "better", "stop"))))
                .isEqualTo("template-unbalanced");
        assertThat(refusal(own.publish(brought, template("pride", "better")))).isEqualTo("template-unbalanced");
        assertThat(refusal(own.publish(brought, template("pride", "pride", "pride"))))
                .isEqualTo("template-unbalanced");
        assertThat(refusal(own.publish(brought, template("pride", "better", "stop", "leaving-next"))))
                .isEqualTo("template-unbalanced");
        assertThat(refusal(own.publish(brought, template("pride", "better", "nope"))))
                .isEqualTo("question-unknown");
    }

    private static QuestionSelectionCriteria wish() {
        return new QuestionSelectionCriteria(
                ConversationType.CHECK_IN, Side.EMPLOYEE, "c-1", null, null, ConversationHistory.NONE);
    }

    private static QuestionTemplate template(String... questions) {
        return new QuestionTemplate("own-t", 1, ConversationType.CHECK_IN, "Ours", true, List.of(questions));
    }

    private static Question question(String id, String nl, String en) {
        return new Question(
                id,
                1,
                nl,
                en,
                QuestionTags.Factor.WETEN,
                QuestionTags.Competence.QUALITIES,
                Approach.AMPLITIVE,
                Horizon.NOW,
                Perspective.SOCIETY,
                QuestionTags.Aspect.HEART,
                QuestionTags.Mode.OPEN,
                QuestionTags.Audience.BOTH,
                List.of(ConversationType.CHECK_IN));
    }

    private static OrganisationQuestionBank after(Decision<OrganisationQuestionBank> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    private static List<Record> facts(Decision<OrganisationQuestionBank> decision) {
        return ((Decision.Accepted<OrganisationQuestionBank>) decision).events();
    }

    private static String refusal(Decision<OrganisationQuestionBank> decision) {
        return ((Decision.Refused<OrganisationQuestionBank>) decision).refusal().code();
    }
}
