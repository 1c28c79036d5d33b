package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An organisation announced something that asks for conversations.
 *
 * @param announcement id of the announcement
 * @param kind what it is
 * @param scope whom it concerns
 * @param target team, job family or person; absent for the whole organisation (may be null)
 * @param effectiveOn day it takes effect
 */
@EventContract(type = "nl.klimrek.conversations.announcement-made.v1", topic = Topics.CONVERSATIONS)
public record AnnouncementMade(
        String announcement,
        AnnouncementKind kind,
        PolicyScope scope,
        @Nullable String target,
        LocalDate effectiveOn) {}
