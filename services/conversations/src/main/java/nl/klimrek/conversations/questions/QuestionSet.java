package nl.klimrek.conversations.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.questions.Tags.Aspect;

/**
 * The few questions suggested for one conversation, 3 to 7; people may swap any of them.
 *
 * @param template the set's kind with the bank's version, such as {@code CHECK_IN@1}
 * @param questions in the order to talk about them
 */
public record QuestionSet(String template, List<Question> questions) {

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /**
     * A balanced set: it starts with a question for the heart, then each next one adds most of what is still missing in
     * approach, horizon, perspective, aspect, factor and mode. Two conversations of one type differ, because what is
     * equally good is chosen by the conversation's id; the same conversation always gets the same set.
     */
    public static QuestionSet of(QuestionBank bank, ConversationType type, String conversation) {
        List<Question> left = new ArrayList<>(bank.questions().stream().filter(one -> one.types().contains(type)).toList());
        Comparator<Question> chance = Comparator.comparing(one -> (conversation + one.id()).hashCode() * 0x9E3779B9);
        List<Question> chosen = new ArrayList<>();
        Set<Enum<?>> covered = new HashSet<>();
        left.stream().filter(one -> one.aspect() == Aspect.HEART).min(chance).ifPresent(chosen::add);
        while (true) {
            left.removeAll(chosen);
            chosen.forEach(one -> one.variety().forEach(covered::add));
            if (left.isEmpty() || chosen.size() >= size(type)) {
                return new QuestionSet(type + "@" + bank.version(), chosen);
            }
            Comparator<Question> adds = Comparator.comparing(one -> one.variety().filter(tag -> !covered.contains(tag)).count());
            chosen.add(left.stream().max(adds.thenComparing(chance)).orElseThrow());
        }
    }

    private static int size(ConversationType type) {
        return switch (type) {
            case CHECK_IN, TEAM_DIALOGUE, ASSESSMENT -> 3;
            case ONBOARDING, EXIT -> 4;
            case DEVELOPMENT, PERFORMANCE -> 5;
            case CAREER -> 6;
        };
    }
}
