package nl.klimrek.learningbudgets.worklist;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleListRepository;
import org.springframework.stereotype.Component;

/** The people who have a pending request: one row each, read by key range in pages, so no document grows with the organisation. */
@Component
class RequesterIndex {
    static final int PEOPLE_PER_PAGE = 200;
    private static final int PARTS = 64;

    private final PeopleListRepository lists;
    private final AggregateStore<FormerRequesterShard> former;

    RequesterIndex(PeopleListRepository lists, AggregateStore<FormerRequesterShard> former) {
        this.lists = lists;
        this.former = former;
    }

    /** Adds a requester, or removes one without pending requests. */
    void update(Organisation organisation, String person, boolean pending) {
        if (pending) {
            lists.add(organisation, partOf(person), person);
        } else {
            lists.remove(organisation, partOf(person), person);
        }
    }

    /** Passes every requester to a reader, one page after the other. */
    void forEachPage(Organisation organisation, Consumer<List<String>> reader) {
        moveFormer(organisation);
        IntStream.range(0, PARTS).mapToObj(RequesterIndex::part).forEach(part -> {
            List<String> page = lists.page(organisation, part, null, PEOPLE_PER_PAGE);
            while (!page.isEmpty()) {
                reader.accept(page);
                page = lists.page(organisation, part, page.get(page.size() - 1), PEOPLE_PER_PAGE);
            }
        });
    }

    /** An instance of the version before may still write its shards, so they are looked for at every reading. */
    private void moveFormer(Organisation organisation) {
        List<Key> keys = FormerRequesterShard.ids().stream()
                .map(shard -> Key.of(organisation, shard))
                .toList();
        former.findAllByKey(keys).forEach((key, shard) -> {
            if (!shard.state().people().isEmpty()) {
                shard.state().people().forEach(person -> update(organisation, person, true));
                former.handle(
                        key,
                        MessageContext.system("learning-budgets"),
                        now -> Objects.equals(now.orElse(null), shard.state())
                                ? Decision.accept(FormerRequesterShard.EMPTY)
                                : Decision.unchanged());
            }
        });
    }

    private static String partOf(String person) {
        return part(Math.floorMod(person.hashCode(), PARTS));
    }

    private static String part(int number) {
        return "requesters:" + number;
    }
}
