package nl.klimrek.conversations.externalcoach;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ExternalCoachMail;

/**
 * Links and sessions of an external coach, as hashes. A link that was used or is too old stays known, so that its owner can ask
 * for a new one; the oldest are forgotten first.
 *
 * @param links newest last
 * @param sessions newest last
 */
public record ExternalAccess(List<Link> links, List<Session> sessions) {

    static final ExternalAccess NONE = new ExternalAccess(List.of(), List.of());

    static final Duration LINK_LIFETIME = Duration.ofDays(3);
    static final Duration SESSION_LIFETIME = Duration.ofHours(12);
    private static final int MAX_LINKS = 30;
    private static final int MAX_SESSIONS = 5;

    /**
     * A link that was sent.
     *
     * @param until end of its validity
     * @param used whether somebody signed in with it
     */
    public record Link(String hash, Instant until, boolean used) {}

    /** A session. @param until when it ends at the latest */
    public record Session(String hash, Instant until) {}

    public ExternalAccess {
        links = List.copyOf(links);
        sessions = List.copyOf(sessions);
    }

    boolean hasLink(String hash, Instant now) {
        return links.stream().anyMatch(link -> link.hash().equals(hash) && !link.used() && now.isBefore(link.until()));
    }

    boolean hasSession(String hash, Instant now) {
        return sessions.stream().anyMatch(one -> one.hash().equals(hash) && now.isBefore(one.until()));
    }

    /** Whether a link with this hash was ever sent. */
    boolean knows(String hash) {
        return links.stream().anyMatch(link -> link.hash().equals(hash));
    }

    ExternalAccess withLink(String hash, ExternalCoachMail mail, Instant now) {
        Duration valid = mail == ExternalCoachMail.INVITATION ? ExternalCoach.ACCEPT_WITHIN : LINK_LIFETIME;
        return new ExternalAccess(
                newest(links, link -> true, new Link(hash, now.plus(valid), false), MAX_LINKS), sessions);
    }

    ExternalAccess signedIn(String link, String session, Instant now) {
        return new ExternalAccess(
                links.stream()
                        .map(one -> one.hash().equals(link) ? new Link(link, one.until(), true) : one)
                        .toList(),
                newest(
                        sessions,
                        one -> now.isBefore(one.until()),
                        new Session(session, now.plus(SESSION_LIFETIME)),
                        MAX_SESSIONS));
    }

    ExternalAccess withoutSession(String hash) {
        return new ExternalAccess(
                links, sessions.stream().filter(one -> !one.hash().equals(hash)).toList());
    }

    private static <T> List<T> newest(List<T> all, Predicate<T> kept, T added, int most) {
        List<T> next = new ArrayList<>(
                Stream.concat(all.stream().filter(kept), Stream.of(added)).toList());
        return next.subList(Math.max(0, next.size() - most), next.size());
    }
}
