package nl.klimrek.conversations.questions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import nl.klimrek.conversations.dialogue.Picked;
import nl.klimrek.conversations.dialogue.Plan;
import nl.klimrek.conversations.dialogue.Sheet;
import nl.klimrek.conversations.dialogue.Why;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.springframework.stereotype.Component;

/** The bank Klimrek brings, read once from its resource; a bank that is not complete stops the service from starting. */
@Component
public class KnownQuestions {

    private static final String RESOURCE = "bank.yaml";

    private final QuestionBank bank = read();

    /** The bank. */
    public QuestionBank bank() {
        return bank;
    }

    /** The question with this id; refused with {@code question-unknown} when there is none. */
    public Question get(String id) {
        return bank.find(id).orElseThrow(() -> new RefusedException(Refusal.of("question-unknown")));
    }

    /** The set suggested for a conversation. */
    public QuestionSet setFor(Plan plan) {
        return QuestionSet.of(bank, plan.type(), plan.conversation());
    }

    /** The suggested set as somebody's sheet. */
    public Sheet sheetFor(Plan plan) {
        QuestionSet set = setFor(plan);
        return new Sheet(set.template(), set.questions().stream()
                .map(one -> new Picked(one.id(), one.version(), Why.BALANCE, one.horizon().name())).toList(), null);
    }

    static QuestionBank read() {
        try (InputStream in = KnownQuestions.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, QuestionBank.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can not read " + RESOURCE, unreadable);
        }
    }
}
