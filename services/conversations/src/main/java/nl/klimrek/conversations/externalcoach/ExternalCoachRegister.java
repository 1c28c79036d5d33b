package nl.klimrek.conversations.externalcoach;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** The accounts of external coaches at the moment of asking, read from the account itself. */
@Component
public class ExternalCoachRegister {

    private final AggregateStore<ExternalCoach> accounts;
    private final FinishedConversations finished;
    private final IdListProjection lists;
    private final Clock clock;

    ExternalCoachRegister(
            AggregateStore<ExternalCoach> accounts,
            FinishedConversations finished,
            IdListProjection lists,
            Clock clock) {
        this.accounts = accounts;
        this.finished = finished;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether conversations with this external coach still stand. */
    public boolean isOpen(Organisation organisation, String coach) {
        return find(organisation, coach)
                .filter(found -> found.state().isOpen(clock.instant()))
                .isPresent();
    }

    /** Whether this employee may ask this external coach for one more conversation. */
    public boolean isTrackOf(Organisation organisation, String employee, String coach) {
        return find(organisation, coach)
                .filter(found -> found.state().isTrackOf(employee, clock.instant()))
                .isPresent();
    }

    /** The account of an external coach; empty for everybody else. */
    public Optional<Versioned<ExternalCoach>> find(Organisation organisation, String coach) {
        return ExternalCoachId.matches(coach) && coach.matches(Key.ID)
                ? accounts.find(Key.of(organisation, coach))
                : Optional.empty();
    }

    /** Whom an employee invited, the newest first. */
    public List<ExternalCoach> invitedBy(Organisation organisation, String employee) {
        return accounts.findAll(lists.keys(organisation, ListKind.EXTERNAL_COACHES, employee)).stream()
                .map(Versioned::state)
                .sorted(Comparator.comparing(
                                (ExternalCoach one) -> one.invitation().at())
                        .reversed()
                        .thenComparing(ExternalCoach::coach))
                .toList();
    }

    /** The account that a session belongs to, while it and its conversation stand. */
    Optional<ExternalCoach> admitted(ExternalSecret session) {
        return accounts.find(session.account())
                .map(Versioned::state)
                .filter(account -> account.admits(session.hash(), clock.instant()))
                .filter(account -> !isOver(session.account().organisation(), account));
    }

    private boolean isOver(Organisation organisation, ExternalCoach account) {
        String first = account.invitation().conversation();
        return account.invitation().isOnly(first) && finished.contains(organisation, first);
    }
}
