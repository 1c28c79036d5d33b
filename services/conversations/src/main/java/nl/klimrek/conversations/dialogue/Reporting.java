package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.CONFIRMED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.RECORDED;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.report.Report;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.report.Statement;
import nl.klimrek.conversations.dialogue.text.Words;
import nl.klimrek.eventing.Decision;

/** What becomes of a conversation when its report is written, corrected, answered or confirmed. */
record Reporting(Conversation now) {

    /** A version that everybody confirms anew; earlier ones stay as they are. */
    Decision<Conversation> written(Side by, Words words) {
        Report version = now.reports().versions().isEmpty()
                ? Report.first(by, words)
                : now.reports().newest().next(by, words);
        Conversation recorded =
                new NextConversation(now).with(RECORDED, now.reports().plus(version));
        return Decision.accept(recorded, ConversationEvents.of(recorded).recorded());
    }

    Decision<Conversation> stated(Side by, Words words) {
        Reports beside = now.reports().newestNow(now.reports().newest().with(new Statement(by, words)));
        return Decision.accept(
                new NextConversation(now).with(now.status(), beside),
                ConversationEvents.of(now).stated(by, words));
    }

    Decision<Conversation> confirmed(Side by) {
        return now.reports().newest().confirmedBy().contains(by)
                ? Decision.unchanged()
                : complete(now.reports().newest().confirmed(by), by);
    }

    /** The employee goes on alone; where the counterpart's confirmation was all that was missing, it is not any more. */
    Decision<Conversation> parted() {
        Conversation alone = new NextConversation(now).with(now.participants().withoutCounterpart());
        return Decision.accept(alone, ConversationEvents.of(now).parted())
                .then(gone -> now.status() == RECORDED
                                && now.reports()
                                        .newest()
                                        .complete(gone.participants().counterpartGone())
                        ? new Reporting(gone).complete(now.reports().newest(), Side.EMPLOYEE)
                        : Decision.unchanged());
    }

    private Decision<Conversation> complete(Report newest, Side by) {
        boolean complete = newest.complete(now.participants().counterpartGone());
        Conversation confirmed = new NextConversation(now)
                .with(complete ? CONFIRMED : now.status(), now.reports().newestNow(newest));
        return Decision.accept(confirmed, ConversationEvents.of(confirmed).confirmed(by, complete));
    }
}
