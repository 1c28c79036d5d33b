package nl.klimrek.portal.conversation;

import java.util.Set;
import java.util.TreeSet;

/** Which steps a page offers its reader. Only an offer: the service decides whether a step is possible. */
final class OfferedActions {
    private OfferedActions() {}

    /** NameLookup of the offered actions; empty for a reader who does not take part. */
    static Set<String> of(ConversationResponse talk, NextStepCard now) {
        Set<String> may = new TreeSet<>();
        if (talk.you() == null) {
            return may;
        }
        boolean prepared = talk.mine() != null;
        boolean shared = prepared && talk.mine().shared();
        offer(may, "counter", talk.is("INVITED", "ACCEPTED"));
        offer(may, "decline", talk.is("ACCEPTED") || talk.is("INVITED") && !talk.mine(talk.proposedBy()));
        offer(may, "cancel", talk.isAhead());
        offer(may, "point", talk.isAhead());
        offer(may, "prepare", talk.isAhead() && !shared);
        offer(may, "share", prepared && !shared && (talk.isAhead() || talk.is("HELD")));
        offer(may, "unshare", shared && talk.isAhead());
        offer(may, "note", true);
        offer(may, "shareNote", !talk.is("CLOSED", "CANCELLED"));
        offer(may, "hold", talk.is("ACCEPTED"));
        offer(may, "rebalance", talk.isUnderway());
        offer(may, "correct", talk.is("RECORDED", "CONFIRMED"));
        offer(may, "state", talk.is("RECORDED", "CONFIRMED", "CLOSED"));
        offer(may, "agree", talk.isUnderway());
        offer(may, "settle", talk.isUnderway() || talk.is("CLOSED"));
        offer(may, "settleCarried", !talk.is("CANCELLED"));
        offer(may, "closeWithout", now.kind() == NextStepCard.Kind.AGREE);
        return may;
    }

    private static void offer(Set<String> may, String step, boolean possible) {
        if (possible) {
            may.add(step);
        }
    }
}
