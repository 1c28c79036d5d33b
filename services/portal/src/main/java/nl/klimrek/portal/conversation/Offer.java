package nl.klimrek.portal.conversation;

import java.util.EnumSet;
import java.util.Set;

/** Which steps a page offers its reader. Only an offer: the service decides whether a step is possible. */
final class Offer {
    private Offer() {
    }

    /** Steps by where the conversation rests; none for who is not one of the two. */
    static Set<Step> of(ConversationAnswer now) {
        if (now.you() == null) {
            return Set.of();
        }
        Set<Step> steps = byStatus(now);
        if (now.mine() != null && !now.mine().shared() && !steps.contains(Step.CLOSING)) {
            steps.add(Step.SHARING);
        }
        if (now.mine() != null && now.mine().shared() && steps.contains(Step.PREPARATION)) {
            steps.add(Step.UNSHARING);
            steps.remove(Step.PREPARATION);
        }
        if (!now.status().equals("CANCELLED")) {
            steps.add(Step.CARRIED_KEEPING);
        }
        return steps;
    }

    private static Set<Step> byStatus(ConversationAnswer now) {
        return switch (now.status()) {
            case "PLANNED", "MISSED" -> EnumSet.of(Step.INVITATION, Step.PREPARATION, Step.CANCELLATION);
            case "INVITED" -> now.you().equals(now.proposedBy())
                    ? EnumSet.of(Step.COUNTER_PROPOSAL, Step.PREPARATION, Step.CANCELLATION)
                    : EnumSet.of(Step.ACCEPTANCE, Step.COUNTER_PROPOSAL, Step.DECLINE, Step.PREPARATION, Step.CANCELLATION);
            case "ACCEPTED" -> EnumSet.of(Step.PREPARATION, Step.HOLDING, Step.COUNTER_PROPOSAL, Step.DECLINE, Step.CANCELLATION);
            case "HELD" -> EnumSet.of(Step.REPORT, Step.AGREEMENT, Step.KEEPING);
            case "RECORDED" -> confirmed(now) ? EnumSet.of(Step.CORRECTION, Step.STATEMENT, Step.AGREEMENT, Step.KEEPING)
                    : EnumSet.of(Step.CONFIRMATION, Step.CORRECTION, Step.STATEMENT, Step.AGREEMENT, Step.KEEPING);
            case "CONFIRMED" -> EnumSet.of(Step.AGREEMENT, Step.CLOSING, Step.CORRECTION, Step.STATEMENT, Step.KEEPING);
            case "CLOSED" -> EnumSet.of(Step.STATEMENT, Step.KEEPING);
            default -> EnumSet.noneOf(Step.class);
        };
    }

    private static boolean confirmed(ConversationAnswer now) {
        return ConversationAnswer.listed(now.reports()).stream().filter(report -> report.version() == now.reportVersion())
                .anyMatch(report -> ConversationAnswer.listed(report.confirmedBy()).contains(now.you()));
    }
}
