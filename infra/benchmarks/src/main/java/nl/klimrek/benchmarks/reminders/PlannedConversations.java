package nl.klimrek.benchmarks.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.benchmarks.conversations.SyntheticOrganisation;
import nl.klimrek.benchmarks.engines.BenchmarkEvent;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of conversations that lie ahead, each of one person of {@link SyntheticOrganisation} with their manager. */
final class PlannedConversations implements AutoCloseable {

    private static final String COMMITMENT = "a1b2c3d4".repeat(8);
    private static final int DAYS_AHEAD = 90;

    private final KafkaProducer<String, byte[]> producer;
    private final Instant now;
    private int conversations;

    PlannedConversations(String bootstrapServers, Instant now) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Publishes so many planned conversations, and returns when the broker has them. */
    void planned(int count) {
        for (int i = 1; i <= count; i++) {
            publish(i, planned(i, "c" + ++conversations));
        }
        producer.flush();
    }

    /** Publishes so many whole conversations, and returns the number of their events. */
    int whole(int count) {
        int events = 0;
        for (int i = 1; i <= count; i++) {
            List<Record> all = new ArrayList<>(planned(i, "c" + ++conversations));
            all.addAll(course(i, "c" + conversations));
            publish(i, all);
            events += all.size();
        }
        producer.flush();
        return events;
    }

    private List<Record> planned(int person, String conversation) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return List.of(new ConversationPlanned(
                conversation,
                SyntheticOrganisation.id(person),
                manager(person),
                ConversationType.values()[0],
                ConversationReason.values()[0],
                "cycle",
                day.plusDays(DAYS_AHEAD),
                day.plusDays(DAYS_AHEAD + 14)));
    }

    private List<Record> course(int number, String conversation) {
        String person = SyntheticOrganisation.id(number);
        String manager = manager(number);
        Instant slot = now.plus(DAYS_AHEAD, ChronoUnit.DAYS);
        Instant end = slot.plus(1, ChronoUnit.HOURS);
        LocalDate later = slot.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_AHEAD);
        return List.of(
                new ConversationInvited(conversation, person, manager, Side.COUNTERPART, slot, end),
                new ConversationAccepted(conversation, person, manager, Side.EMPLOYEE, slot, end),
                new PreparationSaved(conversation, person, manager, Side.EMPLOYEE, COMMITMENT),
                new PreparationSaved(conversation, person, manager, Side.COUNTERPART, COMMITMENT),
                new ConversationHeld(conversation, person, manager, now, null, null, null),
                new AgreementMade(
                        conversation,
                        person,
                        manager,
                        "a-" + conversation,
                        AgreementOwner.SHARED,
                        later,
                        COMMITMENT,
                        null),
                new ConversationRecorded(conversation, person, manager, Side.COUNTERPART, 1, COMMITMENT),
                new ConversationConfirmed(conversation, person, manager, Side.COUNTERPART, 1, false),
                new ConversationConfirmed(conversation, person, manager, Side.EMPLOYEE, 1, true));
    }

    private void publish(int number, List<Record> events) {
        String person = SyntheticOrganisation.id(number);
        String conversation = "c" + conversations;
        for (int i = 0; i < events.size(); i++) {
            producer.send(new BenchmarkEvent(
                            BenchmarkedReminders.ORGANISATION, person, conversation, i + 1, person, now, events.get(i))
                    .toRecord());
        }
    }

    private static String manager(int person) {
        return Objects.requireNonNull(SyntheticOrganisation.managerOf(person));
    }

    @Override
    public void close() {
        producer.close();
    }
}
