package nl.klimrek.portal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.portal.conversation.NextStepCard.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps a page offers, by where the conversation rests and who reads it. */
class OfferedActionsTest {
    private static final NextStepCard NOTHING = new NextStepCard(Kind.NOTHING, "", "", List.of(), false);

    @ParameterizedTest
    @CsvSource({
        "PLANNED, cancel note point prepare settleCarried shareNote",
        "MISSED, cancel note point prepare settleCarried shareNote",
        "INVITED, cancel counter decline note point prepare settleCarried shareNote",
        "ACCEPTED, cancel counter decline hold note point prepare settleCarried shareNote",
        "HELD, agree note rebalance settle settleCarried shareNote",
        "RECORDED, agree correct note rebalance settle settleCarried shareNote state",
        "CONFIRMED, agree correct note rebalance settle settleCarried shareNote state",
        "CLOSED, note settle settleCarried state",
        "CANCELLED, note"
    })
    void each_rest_has_its_steps(String status, String steps) {
        assertThat(OfferedActions.of(talk(status, "EMPLOYEE", ""), NOTHING)).isEqualTo(Set.of(steps.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLANNED",
                "INVITED",
                "ACCEPTED",
                "HELD",
                "RECORDED",
                "CONFIRMED",
                "CLOSED",
                "CANCELLED",
                "MISSED"
            })
    void who_is_not_one_of_the_two_is_offered_nothing(String status) {
        assertThat(OfferedActions.of(talk(status, null, ""), NOTHING)).isEmpty();
    }

    @Test
    void a_preparation_is_shared_or_taken_back_and_one_that_is_shared_is_not_written() {
        assertThat(OfferedActions.of(talk("PLANNED", "EMPLOYEE", "\"mine\":{\"shared\":false},"), NOTHING))
                .contains("share", "prepare")
                .doesNotContain("unshare");
        assertThat(OfferedActions.of(talk("PLANNED", "EMPLOYEE", "\"mine\":{\"shared\":true},"), NOTHING))
                .contains("unshare")
                .doesNotContain("share", "prepare");
        assertThat(OfferedActions.of(talk("RECORDED", "EMPLOYEE", "\"mine\":{\"shared\":true},"), NOTHING))
                .doesNotContain("unshare");
    }

    @Test
    void a_slot_of_ones_own_is_not_declined_and_closing_without_agreement_is_offered_where_there_is_none() {
        assertThat(OfferedActions.of(talk("INVITED", "COUNTERPART", "\"proposedBy\":\"COUNTERPART\","), NOTHING))
                .doesNotContain("decline")
                .contains("counter");
        assertThat(OfferedActions.of(
                        talk("CONFIRMED", "EMPLOYEE", ""), new NextStepCard(Kind.AGREE, "", "", List.of(), false)))
                .contains("closeWithout");
    }

    @Test
    void questions_that_are_known_are_each_there_once_with_those_the_other_answered() {
        ConversationResponse talk = talk("ACCEPTED", "EMPLOYEE", """
                "questions":[{"id":"a","text":"A?"}],"mine":{"shared":false,"answers":[{"question":"a","asked":"A?","text":"x"},{"question":"b","asked":"B?","text":"y"}]},
                "theirs":{"shared":true,"answers":[{"question":"c","asked":"C?","text":"z"},{"question":"d","text":"no text known"}]},""");
        assertThat(talk.known()).extracting(ConversationResponse.Question::id).containsExactly("a", "b", "c");
    }

    private static ConversationResponse talk(String status, String you, String more) {
        try {
            JsonNode json = ContractJson.mapper()
                    .readTree("{\"id\":\"c\",\"type\":\"CHECK_IN\",\"status\":\"" + status + "\"," + more
                            + (you == null ? "" : "\"you\":\"" + you + "\",")
                            + "\"employee\":\"anna\",\"counterpart\":\"bram\"}");
            return ContractJson.mapper().treeToValue(json, ConversationResponse.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
