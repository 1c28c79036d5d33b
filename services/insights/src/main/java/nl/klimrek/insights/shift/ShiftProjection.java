package nl.klimrek.insights.shift;

import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.IntStream;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.insights.history.PersonConversations;
import org.springframework.stereotype.Component;

/** Keeps how many conversations each person had in each month. Each month is spread over shards. */
@Component
public class ShiftProjection {

    private static final int SHARDS = 32;

    private final AggregateStore<MonthShard> months;

    ShiftProjection(AggregateStore<MonthShard> months) {
        this.months = months;
    }

    /** Counts one person's month anew, from all of their conversations. */
    public void count(String person, YearMonth month, PersonConversations known, EventMeta event) {
        ConversationCounts counts = ConversationCounts.of(known, month);
        months.handle(
                key(event.organisation(), month, Math.floorMod(person.hashCode(), SHARDS)),
                MessageContext.event(event).withoutMarker(),
                found -> found.orElse(MonthShard.NONE).with(person, counts));
    }

    /** The counts of all people in a month. */
    Collection<ConversationCounts> of(Organisation organisation, YearMonth month) {
        return months
                .findAll(IntStream.range(0, SHARDS)
                        .mapToObj(shard -> key(organisation, month, shard))
                        .toList())
                .stream()
                .map(Versioned::state)
                .flatMap(shard -> shard.counts().values().stream())
                .toList();
    }

    private static Key key(Organisation organisation, YearMonth month, int shard) {
        return Key.of(organisation, month + ":" + shard);
    }
}
