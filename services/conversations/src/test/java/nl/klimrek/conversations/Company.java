package nl.klimrek.conversations;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An organisation as the people service tells of it, and what the conversations service says about it. */
final class Company {

    static final LocalDate STARTED = LocalDate.parse("2020-01-01");
    private static final List<Weekday> DAYS = List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU);
    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", ConversationsUnderTest.SERVICE.backend().bootstrapServers());
    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer());

    final String name = ServiceUnderTest.freshOrganisation();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, ProducerRecord<byte[], byte[]>> newest = new HashMap<>();

    /** Everybody named here joins; {@code manager} may be null. */
    Company joins(String manager, String... people) {
        for (String person : people) {
            send(
                    person,
                    new PersonJoined(
                            person,
                            team(manager),
                            manager,
                            null,
                            ContractKind.PERMANENT,
                            2160,
                            DAYS,
                            "nl",
                            "Europe/Amsterdam",
                            STARTED,
                            null,
                            null,
                            null,
                            STARTED));
        }
        for (String person : people) {
            awaitKnown(person, manager, false);
        }
        return this;
    }

    /** Somebody who started lately, or will. */
    Company joinsOn(LocalDate start, String manager, String person) {
        send(
                person,
                new PersonJoined(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        DAYS,
                        "nl",
                        "Europe/Amsterdam",
                        start,
                        null,
                        null,
                        null,
                        start));
        awaitKnown(person, manager, false);
        return this;
    }

    /** Somebody who works part of the week. */
    Company joinsFor(int minutesPerWeek, List<Weekday> days, String manager, String person) {
        send(
                person,
                new PersonJoined(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        minutesPerWeek,
                        days,
                        "nl",
                        "Europe/Amsterdam",
                        STARTED,
                        null,
                        null,
                        null,
                        STARTED));
        awaitKnown(person, manager, false);
        return this;
    }

    /** Somebody will be back on the day after the last one of an absence. */
    void isAbsent(String person, String manager, LocalDate from, LocalDate until) {
        send(
                person,
                new PersonChanged(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        DAYS,
                        "nl",
                        "Europe/Amsterdam",
                        STARTED,
                        null,
                        from,
                        until,
                        STARTED,
                        List.of(PersonField.ABSENCE)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> people().person(organisation(), person)
                        .filter(known -> from.equals(known.absentFrom()))
                        .isPresent());
    }

    void changesJob(String person, String manager) {
        send(
                person,
                new PersonChanged(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        DAYS,
                        "nl",
                        "Europe/Amsterdam",
                        STARTED,
                        null,
                        null,
                        null,
                        LocalDate.parse(Talk.day(0)),
                        List.of(PersonField.JOB)));
    }

    /** Another service tells something about an employee. */
    void tells(String service, String subject, String employee, Record fact) {
        send(service, subject, employee, fact);
    }

    void changesManager(String person, String manager) {
        send(
                person,
                new PersonChanged(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        DAYS,
                        "nl",
                        "Europe/Amsterdam",
                        STARTED,
                        null,
                        null,
                        null,
                        STARTED,
                        List.of(PersonField.MANAGER)));
        awaitKnown(person, manager, false);
    }

    /** A last day becomes known, moves, or with null is withdrawn. */
    void expectsToLeave(String person, String manager, LocalDate lastDay) {
        changes(person, manager, lastDay, PersonField.END_DATE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> people().person(organisation(), person)
                        .filter(known -> Objects.equals(lastDay, known.endDate()))
                        .isPresent());
    }

    void changesManagerOfLeaver(String person, String manager, LocalDate lastDay) {
        changes(person, manager, lastDay, PersonField.MANAGER);
        awaitKnown(person, manager, false);
    }

    void returns(String person, String manager) {
        changes(person, manager, null, PersonField.RETURNED);
        awaitKnown(person, manager, false);
    }

    private void changes(String person, String manager, LocalDate lastDay, PersonField... fields) {
        send(
                person,
                new PersonChanged(
                        person,
                        team(manager),
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        DAYS,
                        "nl",
                        "Europe/Amsterdam",
                        STARTED,
                        lastDay,
                        null,
                        null,
                        STARTED,
                        List.of(fields)));
    }

    void leaves(String person) {
        String manager = people().person(organisation(), person).orElseThrow().manager();
        send(person, new PersonLeft(person, team(manager), manager, LocalDate.parse("2026-11-30")));
        awaitKnown(person, manager, true);
    }

    /** Everything the service published about this organisation. */
    List<ConsumerRecord<byte[], byte[]>> published() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CONVERSATIONS).stream()
                    .map(partition -> new TopicPartition(Topics.CONVERSATIONS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> name.equals(header(record, "ce_organisation")))
                .toList();
    }

    /** Types of the facts about one conversation, in order, without what goes before the fact's own name. */
    List<String> factsOf(String conversation) {
        return published().stream()
                .filter(record -> conversation.equals(header(record, "ce_subject")))
                .map(record -> header(record, "ce_type").replaceAll("nl.klimrek.conversations.(.*).v1", "$1"))
                .toList();
    }

    /** Looks at personal content, each as {@code viewer content person right}. */
    List<String> looks() {
        return published().stream()
                .filter(record -> header(record, "ce_type").equals(Contracts.typeOf(ConversationsDisclosed.class)))
                .map(record -> read(record, ConversationsDisclosed.class))
                .map(look -> String.join(" ", look.viewer(), look.content(), look.person(), look.allowedBecause()))
                .toList();
    }

    /** Sends what was published once more, as a broker may. */
    void deliverAgain(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(record -> PRODUCER.send(
                new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())));
        PRODUCER.flush();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    Organisation organisation() {
        return new Organisation(name);
    }

    private static String team(String manager) {
        return "team of " + manager;
    }

    /** Until the facts are there, and the lists that are written after them. */
    private void awaitKnown(String person, String manager, boolean left) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> people().person(organisation(), person)
                        .filter(known -> known.left() == left)
                        .filter(known -> manager == null ? known.manager() == null : manager.equals(known.manager()))
                        .filter(known -> left
                                || people().employed(organisation(), List.of(known.person()))
                                                .contains(known)
                                        && (manager == null
                                                || people().reportsOf(organisation(), manager)
                                                        .contains(known)))
                        .isPresent());
    }

    private static PeopleProjection people() {
        return ConversationsUnderTest.bean(PeopleProjection.class);
    }

    /** The newest news about somebody comes once more, as a broker may bring it. */
    void repeats(String person) {
        PRODUCER.send(newest.get(person));
        PRODUCER.flush();
    }

    private void send(String person, Record fact) {
        send("people", person, person, fact);
    }

    private void send(String service, String subject, String person, Record fact) {
        byte[] key = (name + "/" + person).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("klimrek." + service + ".v1", key, json(fact));
        headers(service, subject, person, fact)
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        newest.put(person, record);
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    private Map<String, String> headers(String service, String subject, String person, Record fact) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", Contracts.typeOf(fact.getClass()));
        headers.put("ce_source", "/klimrek/" + service);
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-11-22T09:00:00.123Z");
        headers.put("ce_partitionkey", name + "/" + person);
        headers.put("ce_organisation", name);
        headers.put("ce_sequence", Integer.toString(sequences.merge(service + "/" + subject, 1, Integer::sum)));
        headers.put("ce_correlationid", "roster");
        headers.put("ce_actor", "system:hr");
        headers.put("content-type", "application/json");
        return headers;
    }

    private static <T> T read(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        try {
            return ContractJson.mapper().readValue(record.value(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] json(Record fact) {
        try {
            return ContractJson.mapper().writeValueAsBytes(fact);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
