package nl.klimrek.conversations.questions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * The question bank of an organisation. The bundled bank is read once at start; an incomplete one stops the service
 * from starting.
 */
@Component
public class QuestionBankRepository {

    /** Id of what an organisation changed about the bank. */
    static final String OWN = "questions";

    private final QuestionBank brought = read();
    private final AggregateStore<OrganisationQuestionBank> banks;

    QuestionBankRepository(AggregateStore<OrganisationQuestionBank> banks) {
        this.banks = banks;
    }

    /** What Klimrek brings. */
    QuestionBank brought() {
        return brought;
    }

    /** What this organisation uses now. */
    public QuestionBank bank(Organisation organisation) {
        return banks.find(keyOf(organisation))
                .map(own -> own.state().over(brought))
                .orElse(brought);
    }

    /** The question with this id, offered or not; refused with {@code question-unknown} when there is none. */
    public Question get(Organisation organisation, String id) {
        return bank(organisation).find(id).orElseThrow(() -> new RefusedException(Refusal.of("question-unknown")));
    }

    /** Where an organisation's own questions are. */
    static Key keyOf(Organisation organisation) {
        return Key.of(organisation, OWN);
    }

    public static QuestionBank read() {
        Brought talks = read("bank.yaml");
        List<Question> all = new ArrayList<>(talks.questions);
        all.addAll(read("bank-moments.yaml").questions);
        return new QuestionBank(Integer.toString(talks.version), all, Set.of(), List.of(), talks.mirrors);
    }

    private static Brought read(String resource) {
        try (InputStream in = QuestionBankRepository.class.getResourceAsStream(resource)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, Brought.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }

    private record Brought(int version, List<FactorMirror> mirrors, List<Question> questions) {}
}
