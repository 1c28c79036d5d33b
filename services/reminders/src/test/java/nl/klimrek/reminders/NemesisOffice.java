package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.BRAM;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.testkit.events.TestEvent;

/** An organisation of many people, each with invitations of their manager Bram, and what is known about each invitation. */
final class NemesisOffice {

    private static final Reminders SERVICE = Reminders.SHARED;

    final OrganisationFixture office = new OrganisationFixture();
    private final List<String> people = new ArrayList<>();
    private final Map<String, Invitation> open = new LinkedHashMap<>();
    private final List<TestEvent> published = new ArrayList<>();

    NemesisOffice(int size, String... zones) {
        for (int i = 0; i < size; i++) {
            String person = "p-" + i;
            people.add(person);
            office.join(person, BRAM, zones[i % zones.length]);
            office.list(person, i % 2 == 0 ? "nl" : "en");
        }
        SERVICE.settle();
    }

    List<String> people() {
        return people;
    }

    /** Bram proposes a time to a person, who is then to be asked for an answer. */
    String invite(String person, Instant slot) {
        String conversation = "c-" + UUID.randomUUID();
        String prompt = new PromptNeed(person, PromptAction.ANSWER_INVITATION, PromptSubject.CONVERSATION, conversation)
                .promptId();
        publish(
                person,
                conversation,
                BRAM,
                new ConversationInvited(
                        conversation, person, BRAM, Side.COUNTERPART, slot, slot.plus(Duration.ofHours(1))));
        open.put(conversation, new Invitation(person, prompt, slot, SERVICE.now()));
        return conversation;
    }

    /** The person accepts, so nothing is to be sent about the invitation any more. */
    void accept(String conversation) {
        Invitation accepted = open.remove(conversation);
        publish(
                accepted.person(),
                conversation,
                accepted.person(),
                new ConversationAccepted(
                        conversation,
                        accepted.person(),
                        BRAM,
                        Side.EMPLOYEE,
                        accepted.slot(),
                        accepted.slot().plus(Duration.ofHours(1))));
    }

    void cancel(String conversation) {
        Invitation cancelled = open.remove(conversation);
        publish(
                cancelled.person(),
                conversation,
                BRAM,
                new ConversationCancelled(conversation, cancelled.person(), BRAM, CancelReason.NO_LONGER_NEEDED));
    }

    /** Conversations whose invitation waits for an answer. */
    List<String> open() {
        return List.copyOf(open.keySet());
    }

    Map<String, Invitation> invitations() {
        return Map.copyOf(open);
    }

    /** Everything that was published about conversations, to be repeated. */
    List<TestEvent> published() {
        return List.copyOf(published);
    }

    Organisation organisation() {
        return new Organisation(office.organisation);
    }

    Key key(String prompt) {
        return Key.of(organisation(), prompt);
    }

    /** How many messages a person got under each message id. */
    Map<String, Long> messages(String person) {
        return office.mail(person).stream().collect(Collectors.groupingBy(NemesisOffice::id, Collectors.counting()));
    }

    private void publish(String person, String conversation, String actor, Record event) {
        published.add(SERVICE.publish(office.organisation, person, conversation, actor, event));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param invitedAt moment of the invitation, on the service's clock */
    record Invitation(String person, String prompt, Instant slot, Instant invitedAt) {}
}
