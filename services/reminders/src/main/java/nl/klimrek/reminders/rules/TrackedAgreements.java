package nl.klimrek.reminders.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;

/**
 * What one person agreed on and neither kept nor dropped yet, and who is now on the other side of it.
 *
 * @param manager person id of the newest manager that a change brought; null while there was no change
 * @param open oldest first
 */
public record TrackedAgreements(String manager, List<Open> open) {

    static final TrackedAgreements NONE = new TrackedAgreements(null, List.of());

    public TrackedAgreements {
        open = List.copyOf(open);
    }

    /** What is agreed on in the line is with the manager of now, also where it was talked about with the one before. */
    TrackedAgreements with(AgreementMade made) {
        boolean movesAlong = Boolean.TRUE.equals(made.movesAlong());
        String counterpart = movesAlong && manager != null ? manager : made.counterpart();
        AgreementOwner owner = made.owner() == null ? AgreementOwner.SHARED : made.owner();
        Open one = new Open(made.agreement(), counterpart, null, owner, made.dueDate(), movesAlong, false);
        return new TrackedAgreements(
                manager,
                Stream.concat(without(made.agreement()).open.stream(), Stream.of(one))
                        .toList());
    }

    TrackedAgreements without(String agreement) {
        return new TrackedAgreements(
                manager,
                open.stream().filter(one -> !one.agreement.equals(agreement)).toList());
    }

    TrackedAgreements movedTo(String newest) {
        return new TrackedAgreements(newest, each(one -> one.movedTo(newest)));
    }

    TrackedAgreements asked(String agreement) {
        return new TrackedAgreements(manager, each(one -> one.agreement.equals(agreement) ? one.wasAsked() : one));
    }

    List<Open> toAsk() {
        return open.stream().filter(one -> !one.asked).toList();
    }

    Optional<Open> find(String agreement) {
        return open.stream().filter(one -> one.agreement.equals(agreement)).findFirst();
    }

    private List<Open> each(UnaryOperator<Open> change) {
        return open.stream().map(change).toList();
    }

    /**
     * One that is open.
     *
     * @param agreement id of the agreement
     * @param counterpart person id of the one on the other side
     * @param former person id of the one whose place that one has taken, and who is not to be asked any more; null when all
     *        of it is still to be asked, or nothing
     * @param owner who has to make it come true
     * @param dueDate day it is due
     * @param movesAlong whether another manager takes the former one's place in it
     * @param asked whether it was asked of all whom it is to be asked of
     */
    public record Open(
            String agreement,
            String counterpart,
            String former,
            AgreementOwner owner,
            LocalDate dueDate,
            boolean movesAlong,
            boolean asked) {

        /** Whom to ask. What the organisation has to do is asked of the one who speaks for it. */
        List<String> actors(String employee) {
            return switch (owner) {
                case EMPLOYEE -> List.of(employee);
                case MANAGER, ORGANISATION -> List.of(counterpart);
                case SHARED -> former == null ? List.of(employee, counterpart) : List.of(counterpart);
            };
        }

        private Open movedTo(String newest) {
            if (!movesAlong || counterpart.equals(newest)) {
                return this;
            }
            return owner == AgreementOwner.EMPLOYEE
                    ? new Open(agreement, newest, null, owner, dueDate, true, asked)
                    : new Open(agreement, newest, asked ? counterpart : former, owner, dueDate, true, false);
        }

        private Open wasAsked() {
            return new Open(agreement, counterpart, null, owner, dueDate, movesAlong, true);
        }
    }
}
