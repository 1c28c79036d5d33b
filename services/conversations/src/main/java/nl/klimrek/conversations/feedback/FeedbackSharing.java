package nl.klimrek.conversations.feedback;

import java.util.Set;
import java.util.TreeSet;

/**
 * What of an answer the other side of one conversation may read.
 *
 * @param conversation conversation it is shared in
 * @param counterpart person id of its other side
 * @param questions numbers of the questions whose answers are shared, from 1
 */
public record FeedbackSharing(String conversation, String counterpart, Set<Integer> questions) {

    public FeedbackSharing {
        questions = Set.copyOf(questions);
    }

    FeedbackSharing and(Set<Integer> more) {
        Set<Integer> all = new TreeSet<>(questions);
        all.addAll(more);
        return new FeedbackSharing(conversation, counterpart, all);
    }
}
