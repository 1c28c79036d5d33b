package nl.klimrek.portal.coaches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The external coaches whom an employee invited.
 *
 * @param open invitations and accounts that stand, the newest first
 * @param over those that ended
 */
record ExternalCoachPage(List<Line> open, List<Line> over) {

    /** An account, as the conversations service answers it. */
    record Account(
            String coach,
            String status,
            String scope,
            String conversation,
            @Nullable LocalDate lastDay,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            @Nullable String name,
            @Nullable String email) {

        boolean isOpen() {
            return !"ENDED".equals(status);
        }
    }

    /**
     * An external coach in the list.
     *
     * @param more whether one more conversation can be asked
     */
    record Line(
            String coach,
            String name,
            List<String> facts,
            String status,
            String statusText,
            String conversation,
            boolean more) {}

    static ExternalCoachPage of(Reader reader, List<Account> all) {
        return new ExternalCoachPage(
                all.stream()
                        .filter(Account::isOpen)
                        .map(one -> line(reader, one))
                        .toList(),
                all.stream()
                        .filter(one -> !one.isOpen())
                        .map(one -> line(reader, one))
                        .toList());
    }

    static List<Choice> scopes(Reader reader) {
        return List.of(
                new Choice("CONVERSATION", reader.say("coaches.external.scope.CONVERSATION")),
                new Choice("TRACK", reader.say("coaches.external.scope.TRACK")));
    }

    static List<Choice> languages(Reader reader) {
        return CoachCodes.languages(reader).stream()
                .filter(choice -> List.of("nl", "en").contains(choice.value()))
                .toList();
    }

    private static Line line(Reader reader, Account account) {
        List<String> facts = new ArrayList<>();
        facts.add(reader.say("coaches.external.scope." + account.scope()));
        if (account.email() != null) {
            facts.add(account.email());
        }
        if (!account.isOpen()) {
            facts.add(reader.say("coaches.external.ended", reader.shortMoment(account.endedAt())));
            if (account.endReason() != null) {
                facts.add(reader.code("coaches.external.reason", account.endReason()));
            }
        } else if ("TRACK".equals(account.scope())) {
            facts.add(reader.say("coaches.external.until", reader.shortDay(account.lastDay())));
        }
        return new Line(
                account.coach(),
                account.name() == null ? reader.say("coaches.external.erased") : account.name(),
                facts,
                account.status(),
                reader.code("coaches.external.status", account.status()),
                account.conversation(),
                account.isOpen() && "TRACK".equals(account.scope()));
    }
}
