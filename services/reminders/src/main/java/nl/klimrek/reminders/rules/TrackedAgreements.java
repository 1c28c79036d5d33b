package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import org.jspecify.annotations.Nullable;

/**
 * One person's open agreements and the current counterpart of each.
 *
 * @param manager person id of the newest manager since a change; null before a change
 * @param open oldest first
 */
public record TrackedAgreements(@Nullable String manager, List<TrackedAgreement> open) {

    static final TrackedAgreements EMPTY = new TrackedAgreements(null, List.of());

    public TrackedAgreements {
        open = List.copyOf(open);
    }

    /** Adds an agreement. One made in the line is with the current manager, even after a talk with the former one. */
    TrackedAgreements with(AgreementMade made) {
        boolean movesAlong = Boolean.TRUE.equals(made.movesAlong());
        String counterpart = movesAlong && manager != null ? manager : made.counterpart();
        AgreementOwner owner = made.owner() == null ? AgreementOwner.SHARED : made.owner();
        TrackedAgreement added =
                new TrackedAgreement(made.agreement(), counterpart, null, owner, made.dueDate(), movesAlong, false);
        return new TrackedAgreements(
                manager,
                Stream.concat(without(made.agreement()).open.stream(), Stream.of(added))
                        .toList());
    }

    TrackedAgreements without(String agreement) {
        return new TrackedAgreements(
                manager,
                open.stream()
                        .filter(tracked -> !tracked.agreement().equals(agreement))
                        .toList());
    }

    TrackedAgreements movedTo(String newManager) {
        return new TrackedAgreements(newManager, map(tracked -> tracked.movedTo(newManager)));
    }

    TrackedAgreements scheduled(String agreement) {
        return new TrackedAgreements(
                manager, map(tracked -> tracked.agreement().equals(agreement) ? tracked.withScheduled() : tracked));
    }

    List<TrackedAgreement> unscheduled() {
        return open.stream().filter(tracked -> !tracked.scheduled()).toList();
    }

    Optional<TrackedAgreement> find(String agreement) {
        return open.stream()
                .filter(tracked -> tracked.agreement().equals(agreement))
                .findFirst();
    }

    private List<TrackedAgreement> map(UnaryOperator<TrackedAgreement> change) {
        return open.stream().map(change).toList();
    }
}
