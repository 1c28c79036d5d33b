package nl.klimrek.conversations.questions.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.SelectionReason;

/**
 * A little help to begin a conversation: three questions and one tip. It is chosen from the bank, from what these two talked
 * about before in codes, and from why they talk; never from what one of them wrote.
 *
 * @param questions at most three of the reader's own sheet, those first that were chosen for this pair
 * @param tip one tip
 */
public record TalkOpening(List<SelectedQuestion> questions, Tip tip) {

    private static final int QUESTIONS = 3;

    /** What helps to begin; the message bundles have the words of each, for either side. */
    public enum Tip {
        /** Something is still to be kept from an earlier conversation. */
        OPEN_AGREEMENTS,
        /** The two do not know each other yet. */
        FIRST_TALK,
        /** They talked little about what lies ahead. */
        LOOK_AHEAD,
        /** They talked little about what goes well. */
        BUILD_ON_STRENGTHS,
        /** Nothing in particular. */
        LISTEN
    }

    public TalkOpening {
        questions = List.copyOf(questions);
    }

    /**
     * The help for one side.
     *
     * @param open whether something is still to be kept
     */
    public static TalkOpening of(Questionnaire sheet, ConversationReason reason, boolean open) {
        List<SelectedQuestion> first = sheet.picked().stream()
                .sorted(Comparator.comparing(TalkOpening::rank))
                .limit(QUESTIONS)
                .toList();
        return new TalkOpening(first, tip(sheet, reason, open));
    }

    private static Tip tip(Questionnaire sheet, ConversationReason reason, boolean open) {
        if (open) {
            return Tip.OPEN_AGREEMENTS;
        }
        if (reason == ConversationReason.JOINED || reason == ConversationReason.MANAGER_CHANGED) {
            return Tip.FIRST_TALK;
        }
        if (lacked(sheet, "FUTURE")) {
            return Tip.LOOK_AHEAD;
        }
        return lacked(sheet, "AMPLITIVE") ? Tip.BUILD_ON_STRENGTHS : Tip.LISTEN;
    }

    private static boolean lacked(Questionnaire sheet, String tag) {
        return sheet.picked().stream()
                .anyMatch(one -> one.why() == SelectionReason.HISTORY && Objects.equals(one.tag(), tag));
    }

    private static int rank(SelectedQuestion one) {
        return switch (one.why()) {
            case TEMPLATE -> 0;
            case HISTORY -> 1;
            case HEART -> 2;
            case SWAPPED, MODE -> 3;
            case BALANCE -> 4;
        };
    }
}
