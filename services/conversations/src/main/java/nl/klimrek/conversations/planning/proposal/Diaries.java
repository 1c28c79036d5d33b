package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Everybody's diary. An hour is given when the diaries of both people hold it, and only then anybody is invited, so nobody
 * is asked to be in two talks at once, however many plan at the same time and whoever of them is killed.
 *
 * <p>One document is written at a time. The hour goes first into the diary of whoever's id comes first; the other diary then
 * decides, in one write: it takes the hour, or it bars the claim for good. Only what was barred is taken back from the first
 * diary, so that nobody can still complete it. Who was killed in between leaves an hour in the first diary alone; whoever
 * plans that conversation next finds it there, and completes it or is refused and takes it back.
 */
@Component
class Diaries {

    private static final int AT_ONCE = 500;

    private final AggregateStore<Diary> diaries;
    private final Writers writers;
    private final Roster roster;

    Diaries(AggregateStore<Diary> diaries, Writers writers, Roster roster) {
        this.diaries = diaries;
        this.writers = writers;
        this.roster = roster;
    }

    /** What stands in the diaries of these people, by person and conversation. */
    Map<String, Map<String, Hour>> of(Organisation organisation, Collection<String> people) {
        List<String> all = List.copyOf(people);
        Map<String, Map<String, Hour>> found = new TreeMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<Key, String> some = new HashMap<>();
            all.subList(from, Math.min(all.size(), from + AT_ONCE))
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
            Collection<Wish> wishes,
            Map<String, Map<String, Hour>> read,
            MessageContext cause) {
        String claim = UUID.randomUUID().toString();
        Map<String, Map<String, Slot>> reckoned = read == null ? null : reckoned(read, wishes);
        Map<Wish, Hour> begun = new ConcurrentHashMap<>();
        Queue<Wish> refused = new ConcurrentLinkedQueue<>();
        each(wishes, Wish::first, (person, some) -> {
            Map<String, Hour> now = change(
                            organisation,
                            person,
                            cause,
                            diary -> diary.give(
                                    asked(some, wish -> Hour.of(wish, claim, roster.now())),
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
        Queue<Wish> barred = new ConcurrentLinkedQueue<>();
        each(begun.keySet(), Wish::second, (person, some) -> {
            Diary now = change(
                    organisation,
                    person,
                    cause,
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
        barred.forEach(wish ->
                change(organisation, wish.first(), cause, diary -> diary.takeBack(begun.get(wish), wish.key())));
        refused.stream().filter(wish -> read != null).forEach(wish -> takeBackAlone(organisation, wish, read, cause));
        return Set.copyOf(given);
    }

    /** The hour that stands under this key for these two; null without one. */
    Slot kept(Organisation organisation, String key, String employee, String manager) {
        return diaries.find(Key.of(organisation, new Wish(key, employee, manager, null).first()))
                .map(found -> found.state().given().get(key))
                .map(Hour::slot)
                .orElse(null);
    }

    /** Both diaries follow a conversation to where it is; see {@link Diary#settle}. */
    void settle(Organisation organisation, Conversation now, Instant told, boolean moved, MessageContext cause) {
        Slot slot = now.status().ahead() && now.appointment().proposal() != null
                ? now.appointment().proposal().slot()
                : null;
        Stream.of(now.participants().employee(), now.participants().counterpart())
                .sorted()
                .forEach(person -> diaries.handle(
                        Key.of(organisation, person),
                        cause,
                        found -> found.map(diary -> diary.settle(now.plan().conversation(), slot, told, moved))
                                .orElseGet(Decision::unchanged)));
    }

    /** What the second diary held before the first did not is nobody's: from before both were kept, or half released. */
    private void takeBackAlone(
            Organisation organisation, Wish wish, Map<String, Map<String, Hour>> read, MessageContext cause) {
        Hour alone = read.getOrDefault(wish.second(), Map.of()).get(wish.key());
        if (alone != null) {
            change(organisation, wish.second(), cause, diary -> diary.takeBack(alone, wish.key()));
        }
    }

    private Diary change(
            Organisation organisation, String person, MessageContext cause, Function<Diary, Decision<Diary>> change) {
        Diary after = diaries.handle(
                        Key.of(organisation, person), cause, found -> change.apply(found.orElse(Diary.EMPTY)))
                .state();
        return after == null ? Diary.EMPTY : after;
    }

    /** Each person's diary is written once, those of several people at the same time. */
    private void each(Collection<Wish> wishes, Function<Wish, String> whose, Turn turn) {
        Map<String, List<Wish>> byPerson = new TreeMap<>();
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
        void take(String person, List<Wish> wishes);
    }

    private static Map<String, Hour> asked(List<Wish> wishes, Function<Wish, Hour> how) {
        Map<String, Hour> asked = new HashMap<>();
        wishes.forEach(wish -> asked.put(wish.key(), how.apply(wish)));
        return asked;
    }

    private static Map<String, Map<String, Slot>> reckoned(
            Map<String, Map<String, Hour>> read, Collection<Wish> wishes) {
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
