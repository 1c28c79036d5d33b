package nl.klimrek.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitmentTest {

    @Test
    void the_same_words_typed_otherwise_are_the_same_content() {
        Commitment commitment = Commitment.to("een café\r\n");
        assertThat(commitment.proves("een cafe\u0301")).isTrue();
        assertThat(commitment.proves("een caf\u00e8")).isFalse();
    }

    @Test
    void two_commitments_to_the_same_words_can_not_be_told_to_be_so() {
        assertThat(Commitment.to("ja").hash()).isNotEqualTo(Commitment.to("ja").hash());
    }

    @Test
    void a_known_commitment_stays_what_it_is() {
        assertThat(Commitment.of("00".repeat(16), "abc").hash())
                .isEqualTo("277e7ff6d232b9763f4a66e8d05d210da32dac9c6dbce1026ad4cc98acb5fefe");
    }
}
