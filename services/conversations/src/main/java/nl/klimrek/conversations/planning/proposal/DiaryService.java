package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The diaries of all people. A person is invited only when the diaries of both participants hold the hour, so nobody
 * is invited to two conversations at once, also with several planners at the same time.
 *
 * <p>One document is written at a time: first the diary of the lower person id. The other diary then decides in one
 * write: it takes the hour, or bars the claim for good. Only a barred hour is removed from the first diary. A planner
 * that is killed in between leaves the hour in the first diary; the next planner of that conversation completes or
 * removes it.
 */
@Component
class DiaryService {

    private static final int BATCH_SIZE = 500;

    private final AggregateStore<Diary> diaries;
    private final PlanningThreads writers;
    private final CurrentRoster roster;

    DiaryService(AggregateStore<Diary> diaries, PlanningThreads writers, CurrentRoster roster) {
        this.diaries = diaries;
        this.writers = writers;
        this.roster = roster;
    }

    /** What stands in the diaries of these people, by person and conversation. */
    Map<String, Map<String, DiaryHour>> of(Organisation organisation, Collection<String> people) {
        List<String> all = List.copyOf(people);
        Map<String, Map<String, DiaryHour>> found = new TreeMap<>();
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            Map<Key, String> some = new HashMap<>();
            all.subList(from, Math.min(all.size(), from + BATCH_SIZE))
                    .forEach(person -> some.put(Key.of(organisation, person), person));
            diaries.findAllByKey(List.copyOf(some.keySet()))
                    .forEach((key, diary) ->
                            found.put(some.get(key), diary.state().given()));
        }
        return found;
    }

    /**
     * Gives hours, to both people or to neither.
     *
     * @param read what the planner found in the diaries and reckoned with; null when it did not look
     * @return keys of the wishes that both diaries hold
     */
    Set<String> give(
            Organisation organisation,
            Collection<SlotRequest> wishes,
            @Nullable Map<String, Map<String, DiaryHour>> read,
            MessageContext context) {
        String claim = UUID.randomUUID().toString();
        Map<String, Map<String, Slot>> reckoned = read == null ? null : reckoned(read, wishes);
        Map<SlotRequest, DiaryHour> begun = new ConcurrentHashMap<>();
        Queue<SlotRequest> refused = new ConcurrentLinkedQueue<>();
        each(wishes, SlotRequest::first, (person, some) -> {
            Map<String, DiaryHour> now = change(
                            organisation,
                            person,
                            context,
                            diary -> diary.give(
                                    asked(some, wish -> DiaryHour.of(wish, claim, roster.now())),
                                    reckoned == null ? null : reckoned.get(person),
                                    roster.now()))
                    .given();
            some.forEach(wish -> {
                if (now.containsKey(wish.key()) && now.get(wish.key()).at(wish.slot())) {
                    begun.put(wish, now.get(wish.key()));
                } else {
                    refused.add(wish);
                }
            });
        });
        Queue<String> given = new ConcurrentLinkedQueue<>();
        Queue<SlotRequest> barred = new ConcurrentLinkedQueue<>();
        each(begun.keySet(), SlotRequest::second, (person, some) -> {
            Diary now = change(
                    organisation,
                    person,
                    context,
                    diary -> diary.giveOrBar(
                            asked(some, begun::get), reckoned == null ? null : reckoned.get(person), roster.now()));
            some.forEach(wish -> {
                if (now.holds(wish.key(), wish.slot())) {
                    given.add(wish.key());
                } else {
                    barred.add(wish);
                }
            });
        });
        barred.forEach(wish -> change(
                organisation,
                wish.first(),
                context,
                diary -> diary.takeBack(Objects.requireNonNull(begun.get(wish)), wish.key())));
        if (read != null) {
            refused.forEach(wish -> takeBackAlone(organisation, wish, read, context));
        }
        return Set.copyOf(given);
    }

    /** The hour that stands under this key for these two; null without one. */
    @Nullable
    Slot kept(Organisation organisation, String key, String employee, String manager) {
        return diaries.find(Key.of(organisation, new SlotRequest(key, employee, manager, null).first()))
                .map(found -> found.state().given().get(key))
                .map(DiaryHour::slot)
                .orElse(null);
    }

    /** Both diaries follow a conversation to where it is; see {@link Diary#settle}. */
    void settle(Organisation organisation, Conversation now, Instant told, boolean moved, MessageContext context) {
        Slot slot = now.status().ahead() && now.appointment().proposal() != null
                ? now.appointment().proposal().slot()
                : null;
        Stream.of(now.participants().employee(), now.participants().counterpart())
                .sorted()
                .forEach(person -> diaries.handle(
                        Key.of(organisation, person),
                        context,
                        found -> found.map(diary -> diary.settle(now.plan().conversation(), slot, told, moved))
                                .orElseGet(Decision::unchanged)));
    }

    /** Removes an hour that only the second diary holds: from before both were kept, or half released. */
    private void takeBackAlone(
            Organisation organisation,
            SlotRequest wish,
            Map<String, Map<String, DiaryHour>> read,
            MessageContext context) {
        DiaryHour alone = read.getOrDefault(wish.second(), Map.of()).get(wish.key());
        if (alone != null) {
            change(organisation, wish.second(), context, diary -> diary.takeBack(alone, wish.key()));
        }
    }

    private Diary change(
            Organisation organisation, String person, MessageContext context, Function<Diary, Decision<Diary>> change) {
        Diary after = diaries.handle(
                        Key.of(organisation, person), context, found -> change.apply(found.orElse(Diary.EMPTY)))
                .state();
        return after == null ? Diary.EMPTY : after;
    }

    /** Each person's diary is written once, those of several people at the same time. */
    private void each(Collection<SlotRequest> wishes, Function<SlotRequest, String> whose, Turn turn) {
        Map<String, List<SlotRequest>> byPerson = new TreeMap<>();
        wishes.forEach(wish -> byPerson.computeIfAbsent(whose.apply(wish), none -> new ArrayList<>())
                .add(wish));
        writers.together(byPerson.entrySet().stream()
                .<Callable<Boolean>>map(person -> () -> {
                    turn.take(person.getKey(), person.getValue());
                    return true;
                })
                .toList());
    }

    private interface Turn {
        void take(String person, List<SlotRequest> wishes);
    }

    private static Map<String, DiaryHour> asked(List<SlotRequest> wishes, Function<SlotRequest, DiaryHour> how) {
        Map<String, DiaryHour> asked = new HashMap<>();
        wishes.forEach(wish -> asked.put(wish.key(), how.apply(wish)));
        return asked;
    }

    private static Map<String, Map<String, Slot>> reckoned(
            Map<String, Map<String, DiaryHour>> read, Collection<SlotRequest> wishes) {
        Map<String, Map<String, Slot>> reckoned = new HashMap<>();
        read.forEach((person, diary) -> {
            Map<String, Slot> known = new HashMap<>();
            diary.forEach((key, given) -> known.put(key, given.slot()));
            reckoned.put(person, known);
        });
        wishes.forEach(wish -> Stream.of(wish.first(), wish.second())
                .forEach(person -> reckoned.computeIfAbsent(person, none -> new HashMap<>())
                        .put(wish.key(), wish.slot())));
        return reckoned;
    }
}
