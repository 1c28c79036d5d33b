package nl.klimrek.conversations.lifecycle.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.conversations.AnnouncementKind;
import nl.klimrek.contracts.conversations.AnnouncementMade;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;

/**
 * Something an organisation announced, and whether everybody it concerns has a conversation for it.
 *
 * @param id id
 * @param kind what it is
 * @param scope whom it concerns
 * @param target team, job family or person; null for the whole organisation
 * @param effectiveOn day it takes effect
 * @param announcedAt when
 * @param people how many people it concerned; null until it was carried out
 * @param planned for how many of them there is a conversation; null until it was carried out
 */
record Announcement(
        String id,
        AnnouncementKind kind,
        PolicyScope scope,
        @Nullable String target,
        LocalDate effectiveOn,
        Instant announcedAt,
        @Nullable Integer people,
        @Nullable Integer planned) {

    Announcement {
        if ((scope == PolicyScope.ORGANISATION) != (target == null)) {
            throw new IllegalArgumentException("only what concerns the whole organisation has no target");
        }
    }

    static Decision<Announcement> made(
            String id,
            AnnouncementKind kind,
            PolicyScope scope,
            @Nullable String target,
            LocalDate effectiveOn,
            Instant now) {
        return Decision.accept(
                new Announcement(id, kind, scope, target, effectiveOn, now, null, null),
                new AnnouncementMade(id, kind, scope, target, effectiveOn));
    }

    Decision<Announcement> carriedOut(int concerned, int conversations) {
        return people != null
                ? Decision.unchanged()
                : Decision.accept(
                        new Announcement(id, kind, scope, target, effectiveOn, announcedAt, concerned, conversations));
    }

    boolean concerns(PersonProfile person) {
        return switch (scope) {
            case ORGANISATION -> true;
            case TEAM -> Objects.equals(target, person.team());
            case JOB_FAMILY -> Objects.equals(target, person.jobFamily());
            case PERSON -> person.person().equals(target);
        };
    }

    ConversationTrigger trigger(LocalDate today) {
        return switch (kind) {
            case REORGANISATION -> ConversationTrigger.reorganisation(id, today, effectiveOn);
            case SCAN_COMPLETED -> ConversationTrigger.scanCompleted(id, today);
        };
    }

    /** Since when it waits to be carried out; null when it was. */
    @Nullable
    Instant waitingSince() {
        return people == null ? announcedAt : null;
    }
}
