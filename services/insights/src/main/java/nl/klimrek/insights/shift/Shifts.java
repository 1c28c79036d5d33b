package nl.klimrek.insights.shift;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.insights.coverage.Talk;
import nl.klimrek.insights.coverage.TalksOfPerson;
import org.springframework.stereotype.Component;

/** Keeps what each person had in each month, from what is known of their conversations. Each month is spread over parts. */
@Component
public class Shifts {

    private static final int PARTS = 32;

    private final AggregateStore<MonthOfPeople> months;

    Shifts(AggregateStore<MonthOfPeople> months) {
        this.months = months;
    }

    /** Counts one person's month anew, from all that is known of their conversations. */
    public void count(String person, YearMonth month, TalksOfPerson known, EventMeta event) {
        List<Talk> held = known.talks().values().stream()
                .filter(talk -> talk.heldAt() != null
                        && month.equals(YearMonth.from(talk.heldAt().atZone(ZoneOffset.UTC))))
                .toList();
        int assessments = (int) held.stream()
                .filter(talk -> talk.type() == ConversationType.ASSESSMENT)
                .count();
        Counts had = new Counts(assessments, held.size() - assessments);
        months.handle(
                key(event.organisation(), month, Math.floorMod(person.hashCode(), PARTS)),
                MessageContext.event(event).withoutMarker(),
                found -> found.orElse(MonthOfPeople.NONE).with(person, had));
    }

    /** What people had in a month. */
    Collection<Counts> of(Organisation organisation, YearMonth month) {
        return months
                .findAll(IntStream.range(0, PARTS)
                        .mapToObj(part -> key(organisation, month, part))
                        .toList())
                .stream()
                .map(Versioned::state)
                .flatMap(part -> part.counts().values().stream())
                .toList();
    }

    private static Key key(Organisation organisation, YearMonth month, int part) {
        return Key.of(organisation, month + ":" + part);
    }
}
