package nl.klimrek.conversations.externalcoach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ExternalCoachMail;

/**
 * Messages to an external coach that are still to be sent, at most one of each kind.
 *
 * @param pending in the order in which they became necessary
 * @param renewals when the coach asked for new links lately
 */
public record MailQueue(List<Pending> pending, List<Instant> renewals) {

    static final MailQueue EMPTY = new MailQueue(List.of(), List.of());

    /** New links that a coach may ask for in a day. */
    static final int MAX_RENEWALS = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    private static final Duration MAX_DELAY = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 6;

    /**
     * A message.
     *
     * @param dueAt when to try
     * @param attempts how often it was tried in vain
     */
    public record Pending(ExternalCoachMail mail, Instant dueAt, int attempts) {

        private Pending later(Instant now) {
            Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS));
            return new Pending(mail, now.plus(delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay), attempts + 1);
        }
    }

    public MailQueue {
        pending = List.copyOf(pending);
        renewals = List.copyOf(renewals);
    }

    boolean holds(ExternalCoachMail mail) {
        return pending.stream().anyMatch(one -> one.mail() == mail);
    }

    /** The messages to send now. */
    List<ExternalCoachMail> due(Instant now) {
        return pending.stream()
                .filter(one -> !one.dueAt().isAfter(now))
                .map(Pending::mail)
                .toList();
    }

    Optional<Instant> dueAt() {
        return pending.stream().map(Pending::dueAt).min(Instant::compareTo);
    }

    MailQueue with(ExternalCoachMail mail, Instant at) {
        return new MailQueue(
                Stream.concat(pending.stream(), Stream.of(new Pending(mail, at, 0)))
                        .toList(),
                renewals);
    }

    MailQueue without(ExternalCoachMail mail) {
        return new MailQueue(pending.stream().filter(one -> one.mail() != mail).toList(), renewals);
    }

    MailQueue failed(ExternalCoachMail mail, Instant now) {
        return new MailQueue(
                pending.stream()
                        .map(one -> one.mail() == mail ? one.later(now) : one)
                        .toList(),
                renewals);
    }

    boolean mayRenew(Instant now) {
        return recent(now).count() < MAX_RENEWALS;
    }

    MailQueue renewed(ExternalCoachMail mail, Instant now) {
        return new MailQueue(
                with(mail, now).pending(),
                Stream.concat(recent(now), Stream.of(now)).toList());
    }

    private Stream<Instant> recent(Instant now) {
        return renewals.stream().filter(at -> at.plus(DAY).isAfter(now));
    }
}
