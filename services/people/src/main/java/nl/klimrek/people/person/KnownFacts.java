package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.jspecify.annotations.Nullable;

/**
 * The known facts of a person, with the order of the record that each field comes from. Whatever order records arrive
 * in, each field has the value of the record that wins by {@link RecordOrder}.
 *
 * @param facts facts; null when nothing is known
 * @param asOf the highest order of all fields; null when nothing is known
 * @param since order of each stated field; empty when every field has {@code asOf}
 */
record KnownFacts(@Nullable EmployeeFacts facts, @Nullable RecordOrder asOf, Map<HrField, RecordOrder> since) {

    static final KnownFacts NONE = new KnownFacts(null, null, Map.of());

    KnownFacts {
        since = Map.copyOf(since);
    }

    /** Order of the record that the field comes from; null when no record stated it. */
    @Nullable
    RecordOrder orderOf(HrField field) {
        return since.isEmpty() ? asOf : since.get(field);
    }

    /** These facts with the record applied, where it wins; empty when its dates contradict them. */
    Optional<KnownFacts> with(HrRecord record) {
        if (record instanceof HrRecord.Upsert upsert) {
            return facts == null
                    ? Optional.of(new KnownFacts(upsert.facts(), record.order(), Map.of()).withOrders(record.stated()))
                    : merge(upsert.facts(), record);
        }
        HrRecord.Leaving leaving = (HrRecord.Leaving) record;
        // A last day before the first belongs to an earlier employment, stated before the newer one was known.
        return facts == null || leaving.lastDay().isBefore(facts.startDate())
                ? Optional.of(this)
                : merge(facts.endingOn(leaving.lastDay()), record);
    }

    /** The fields in which this record loses against a later statement. */
    Set<HrField> fieldsLostBy(HrRecord record) {
        return fieldsWhere(record, false);
    }

    /** Today in the person's zone; in UTC while the zone is unknown. */
    LocalDate today(Instant now) {
        return facts == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : facts.today(now);
    }

    /** These facts with this last day; none where the employment would begin after it. */
    KnownFacts cutOffAfter(LocalDate lastDay) {
        return facts == null || facts.startDate().isAfter(lastDay)
                ? NONE
                : new KnownFacts(facts.endingOn(lastDay), asOf, since);
    }

    private Optional<KnownFacts> merge(EmployeeFacts values, HrRecord record) {
        Set<HrField> won = fieldsWhere(record, true);
        return Objects.requireNonNull(facts).with(values, won).map(next -> with(next, won, record.order()));
    }

    private Set<HrField> fieldsWhere(HrRecord record, boolean wins) {
        Set<HrField> fields = EnumSet.noneOf(HrField.class);
        for (HrField field : record.stated()) {
            if (wins == wins(record, field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * Whether the record wins in a field. A field that an announcement only repeated loses against any later statement.
     */
    private boolean wins(HrRecord record, HrField field) {
        RecordOrder known = orderOf(field);
        if (known == null) {
            return true;
        }
        boolean repeated =
                record instanceof HrRecord.Upsert upsert && !upsert.changing().contains(field);
        return repeated ? !known.saidAfter(record.order()) : record.order().compareTo(known) >= 0;
    }

    private KnownFacts with(EmployeeFacts next, Set<HrField> won, RecordOrder order) {
        if (won.isEmpty()) {
            return this;
        }
        Map<HrField, RecordOrder> orders = new EnumMap<>(HrField.class);
        HrField.ALL.stream()
                .filter(field -> orderOf(field) != null)
                .forEach(field -> orders.put(field, orderOf(field)));
        won.forEach(field -> orders.put(field, order));
        RecordOrder newest =
                orders.values().stream().max(RecordOrder::compareTo).orElseThrow();
        boolean even = orders.size() == HrField.ALL.size()
                && Set.copyOf(orders.values()).size() == 1;
        return new KnownFacts(next, newest, even ? Map.of() : orders);
    }

    private KnownFacts withOrders(Set<HrField> stated) {
        if (stated.size() == HrField.ALL.size()) {
            return this;
        }
        Map<HrField, RecordOrder> orders = new EnumMap<>(HrField.class);
        stated.forEach(field -> orders.put(field, asOf));
        return new KnownFacts(facts, asOf, orders);
    }
}
