package nl.klimrek.reminders.sources;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;

/**
 * What one person agreed on and neither kept nor dropped yet, and who is now on the other side of it.
 *
 * @param manager person id of the newest manager that a change brought; null while there was no change
 * @param open oldest first
 */
public record OpenAgreements(String manager, List<Open> open) {

    static final OpenAgreements NONE = new OpenAgreements(null, List.of());

    public OpenAgreements {
        open = List.copyOf(open);
    }

    /** What is agreed on in the line is with the manager of now, also where it was talked about with the one before. */
    OpenAgreements with(AgreementMade made) {
        boolean movesAlong = Boolean.TRUE.equals(made.movesAlong());
        String counterpart = movesAlong && manager != null ? manager : made.counterpart();
        AgreementOwner owner = made.owner() == null ? AgreementOwner.SHARED : made.owner();
        Open one = new Open(made.agreement(), counterpart, owner, made.dueDate(), movesAlong);
        return new OpenAgreements(manager, Stream.concat(others(made.agreement()), Stream.of(one)).toList());
    }

    OpenAgreements without(String agreement) {
        return new OpenAgreements(manager, others(agreement).toList());
    }

    OpenAgreements movedTo(String newest) {
        return new OpenAgreements(newest, open.stream().map(one -> one.movesAlong ? one.with(newest) : one).toList());
    }

    /** Those of which something is asked of the one before, and now of this manager. */
    List<Open> movingTo(String newest) {
        return open.stream().filter(one -> one.movesAlong && one.asksCounterpart() && !one.counterpart.equals(newest)).toList();
    }

    Optional<Open> find(String agreement) {
        return open.stream().filter(is(agreement)).findFirst();
    }

    private Stream<Open> others(String agreement) {
        return open.stream().filter(is(agreement).negate());
    }

    private static Predicate<Open> is(String agreement) {
        return one -> one.agreement.equals(agreement);
    }

    /**
     * One that is open.
     *
     * @param agreement id of the agreement
     * @param counterpart person id of the one on the other side
     * @param owner who has to make it come true
     * @param dueDate day it is due
     * @param movesAlong whether another manager takes the former one's place in it
     */
    public record Open(String agreement, String counterpart, AgreementOwner owner, LocalDate dueDate, boolean movesAlong) {

        /** What the organisation has to do is asked of the one who speaks for it. */
        List<String> askedOf(String employee) {
            return switch (owner) {
                case EMPLOYEE -> List.of(employee);
                case MANAGER, ORGANISATION -> List.of(counterpart);
                case SHARED -> List.of(employee, counterpart);
            };
        }

        private boolean asksCounterpart() {
            return owner != AgreementOwner.EMPLOYEE;
        }

        private Open with(String next) {
            return new Open(agreement, next, owner, dueDate, movesAlong);
        }
    }
}
