package nl.klimrek.journal.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.journal.chain.EntryContent;
import org.junit.jupiter.api.Test;

class DirectoryCommitmentTest {

    private static final String SALT = "b7f3a1c29d5e4f60718293a4b5c6d7e8";

    @Test
    void the_holder_of_the_record_can_prove_what_was_journalled() {
        EntryContent content =
                of("{\"person\":\"p1\",\"familyName\":\"Voorbeeld\",\"email\":null,\"salt\":\"" + SALT + "\"}");

        Commitment shown = Commitment.of(SALT, "{\"email\":null,\"familyName\":\"Voorbeeld\",\"person\":\"p1\"}");
        assertThat(content.digest().hex()).isEqualTo(shown.hash());
        assertThat(content.kind()).isEqualTo(EntryContent.Kind.COMMITMENT);
        assertThat(content.data()).isNull();
    }

    @Test
    void the_order_of_members_and_white_space_do_not_matter() {
        assertThat(of("{ \"salt\":\"" + SALT + "\", \"b\" : {\"y\":1,\"x\":2}, \"a\":\"é\" }"))
                .isEqualTo(of("{\"a\":\"\\u00e9\",\"b\":{\"x\":2,\"y\":1},\"salt\":\"" + SALT + "\"}"));
    }

    @Test
    void another_name_is_another_commitment() {
        assertThat(of("{\"a\":\"Noor\",\"salt\":\"" + SALT + "\"}"))
                .isNotEqualTo(of("{\"a\":\"Noortje\",\"salt\":\"" + SALT + "\"}"));
    }

    @Test
    void data_without_a_usable_salt_cannot_be_guessed_from_the_commitment() {
        for (String data : new String[] {
            "{\"a\":\"Noor\"}",
            "{\"a\":\"Noor\",\"salt\":\"short\"}",
            "{\"a\":\"Noor\",\"salt\":7}",
            "no JSON",
            "null",
            "[]"
        }) {
            assertThat(of(data)).as(data).isNotEqualTo(of(data));
            assertThat(of(data).data()).as(data).isNull();
        }
    }

    private static EntryContent of(String json) {
        return DirectoryCommitment.of(json.getBytes(UTF_8));
    }
}
