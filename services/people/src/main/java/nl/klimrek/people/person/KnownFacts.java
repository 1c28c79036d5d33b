package nl.klimrek.people.person;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;

/**
 * What is known of a person, with the record that said it last for each field. Whatever order records come in, each field
 * has the value of the record that wins by {@link RecordOrder} among those that state it.
 *
 * @param facts facts; null when nothing is known
 * @param asOf greatest order of all fields; null when nothing is known
 * @param since order per field that some record stated; empty when every field has {@code asOf}
 */
record KnownFacts(EmployeeFacts facts, RecordOrder asOf, Map<HrField, RecordOrder> since) {

    static final KnownFacts NONE = new KnownFacts(null, null, Map.of());

    KnownFacts {
        since = Map.copyOf(since);
    }

    /** Order of the record that said it last; null when no record stated the field. */
    RecordOrder orderOf(HrField field) {
        return since.isEmpty() ? asOf : since.get(field);
    }

    /** With what the record says, as far as nothing said later wins; empty when its dates contradict what is known. */
    Optional<KnownFacts> with(HrRecord record) {
        if (record instanceof HrRecord.Upsert upsert) {
            return facts == null
                    ? Optional.of(new KnownFacts(upsert.facts(), record.order(), Map.of()).counting(record.stated()))
                    : said(upsert.facts(), record);
        }
        HrRecord.Leaving leaving = (HrRecord.Leaving) record;
        // A last day before the start is that of an earlier employment, told before the newer one was known.
        return facts == null || leaving.lastDay().isBefore(facts.startDate())
                ? Optional.of(this)
                : said(facts.endingOn(leaving.lastDay()), record);
    }

    /** Fields in which this record loses against what was said later. */
    Set<HrField> lostBy(HrRecord record) {
        return beaten(record, false);
    }

    private Optional<KnownFacts> said(EmployeeFacts values, HrRecord record) {
        Set<HrField> won = beaten(record, true);
        return facts.with(values, won).map(next -> with(next, won, record.order()));
    }

    private Set<HrField> beaten(HrRecord record, boolean wins) {
        Set<HrField> fields = EnumSet.noneOf(HrField.class);
        for (HrField field : record.stated()) {
            if (wins == wins(record, field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** What an announcement merely repeated gives way to whatever was said after the announcement. */
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

    private KnownFacts counting(Set<HrField> stated) {
        if (stated.size() == HrField.ALL.size()) {
            return this;
        }
        Map<HrField, RecordOrder> orders = new EnumMap<>(HrField.class);
        stated.forEach(field -> orders.put(field, asOf));
        return new KnownFacts(facts, asOf, orders);
    }
}
