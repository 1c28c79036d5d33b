package nl.klimrek.journal.parked;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.journal.chain.Hash;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.kafka.support.KafkaHeaders;

/** Reads parked records. It accepts any record; an unreadable attribute is left out. */
public final class DeadLetterReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,99}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}");
    private static final long MAX_TIMESTAMP = 0xffff_ffff_ffffL;

    private final Map<String, DeadLetterTopic> topics =
            DeadLetterTopic.all().stream().collect(Collectors.toMap(DeadLetterTopic::name, Function.identity()));
    private final TenantResolution tenants;
    private final Organisation unattributed;

    /** @param unattributed the organisation of records without a certain organisation */
    public DeadLetterReader(EventCatalogue catalogue, Organisation unattributed) {
        this.tenants = new TenantResolution(catalogue);
        this.unattributed = unattributed;
    }

    public FoundDeadLetter read(ConsumerRecord<byte[], byte[]> record) {
        DeadLetterTopic place = Objects.requireNonNull(topics.get(record.topic()), "not a dead-letter topic");
        Optional<DeadLetterReplay> replay = replay(record, place);
        OriginalPosition origin = replay.map(given -> new OriginalPosition(
                        place.topic(), place.group(), given.partition(), given.offset(), given.timestamp()))
                .orElseGet(() -> origin(record, place));
        ConsumerRecord<byte[], byte[]> original = new ConsumerRecord<>(
                place.topic(),
                origin.partition(),
                origin.offset(),
                origin.timestamp(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                record.key(),
                record.value(),
                DeadLetterReplay.originalHeaders(record.headers()),
                Optional.empty());
        Optional<EventMeta> event = tenants.trustedAttributes(original);
        Organisation organisation = event.map(EventMeta::organisation)
                .or(() -> tenants.ofTombstone(original))
                .orElse(unattributed);
        return new FoundDeadLetter(
                organisation,
                replay.map(DeadLetterReplay::letter).orElseGet(() -> id(origin)),
                origin,
                parked(record, replay.map(DeadLetterReplay::attempt).orElse(0), event),
                event.map(EventMeta::correlationId).orElse(null));
    }

    private static ParkedRecord parked(ConsumerRecord<byte[], byte[]> record, int attempt, Optional<EventMeta> event) {
        byte[] content = record.value() == null ? new byte[0] : record.value();
        return new ParkedRecord(
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                text(record, DeadLetterPublisher.REASON, CODE).orElse("unknown"),
                attempt,
                record.value() == null ? -1 : content.length,
                Hash.of(content).hex(),
                text(record, "ce_id", CODE).orElse(null),
                text(record, "ce_type", TYPE).orElse(null),
                event.map(EventMeta::subject)
                        .filter(subject -> CODE.matcher(subject).matches())
                        .orElse(null));
    }

    /** Only a record from the group's own replay topic is a replay, because anybody can write a header. */
    private static Optional<DeadLetterReplay> replay(ConsumerRecord<byte[], byte[]> record, DeadLetterTopic place) {
        return text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC, TYPE)
                .filter(DeadLetterReplay.retryTopic(place.group())::equals)
                .flatMap(given -> DeadLetterReplay.parse(record.headers()))
                .filter(replay -> replay.topic().equals(place.topic()));
    }

    /** For a record that somebody wrote to the dead-letter topic itself, the origin is its place there. */
    private static OriginalPosition origin(ConsumerRecord<byte[], byte[]> record, DeadLetterTopic place) {
        Optional<ByteBuffer> partition = number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
        Optional<ByteBuffer> offset = number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES);
        Optional<ByteBuffer> time = number(record, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, Long.BYTES);
        return partition.isPresent() && offset.isPresent() && time.isPresent()
                ? new OriginalPosition(
                        place.topic(),
                        place.group(),
                        Math.max(0, partition.get().getInt()),
                        Math.max(0, offset.get().getLong()),
                        time.get().getLong())
                : new OriginalPosition(
                        place.topic(), place.group(), record.partition(), record.offset(), record.timestamp());
    }

    private static String id(OriginalPosition origin) {
        String place = String.join(
                "\n",
                origin.topic(),
                origin.group(),
                Integer.toString(origin.partition()),
                Long.toString(origin.offset()));
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(Math.min(MAX_TIMESTAMP, Math.max(0, origin.timestamp())), 12) + "-"
                + Hash.of(place.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, String name, Pattern form) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> form.matcher(text).matches());
    }

    private static Optional<ByteBuffer> number(ConsumerRecord<byte[], byte[]> record, String name, int length) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(Header::value)
                .filter(bytes -> bytes.length == length)
                .map(ByteBuffer::wrap);
    }
}
