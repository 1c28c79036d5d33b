package nl.klimrek.learningbudgets.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import nl.klimrek.testkit.store.InMemoryPeopleLists;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR's worklist in a large organisation. {@code -Dklimrek.large.people} sets its size. */
class LargeWorklistTest {
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 5_000);
    private static final Organisation ORGANISATION = new Organisation("large");
    private static final MessageContext CONTEXT = MessageContext.system("test");
    private static final Caller HR = new Caller("hella", ORGANISATION, Set.of(Role.HR));

    private final InMemoryStores stores = new InMemoryStores(Clock.systemUTC());
    private final InMemoryPeopleLists lists = new InMemoryPeopleLists();
    private final AggregateStore<PendingRequestList> pending =
            stores.create(AggregateType.readDocument("open_requests", PendingRequestList.class));
    private final AggregateStore<FormerRequesterShard> former =
            stores.create(AggregateType.readDocument("asking_people", FormerRequesterShard.class));
    private final PeopleProjection people =
            new PeopleProjection(stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)), lists);
    private final RequesterIndex requesters = new RequesterIndex(lists, former);
    private final DecisionWorklist worklist = new DecisionWorklist(pending, requesters, people);
    private final List<PendingRequest> all = new ArrayList<>();

    @BeforeEach
    void everybody_requests_something() {
        Random random = new Random(7);
        for (int i = 0; i < PEOPLE; i++) {
            PendingRequest request = request("p-" + i, LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365)));
            all.add(request);
            store(request);
            requesters.update(ORGANISATION, request.employee(), true);
        }
        all.sort(Comparator.comparing(PendingRequest::neededOn).thenComparing(PendingRequest::id));
    }

    @Test
    void pages_come_in_order_of_need_and_no_read_returns_more_than_a_page() {
        Page<PendingRequest> first = worklist.findFor(HR, new ListRequest(null, 50));
        Page<PendingRequest> second = worklist.findFor(HR, new ListRequest(first.next(), 50));
        assertThat(first.items()).isEqualTo(all.subList(0, 50));
        assertThat(second.items()).isEqualTo(all.subList(50, 100));
        assertThat(Math.max(stores.largestRead(), lists.largestRead()))
                .isLessThanOrEqualTo(RequesterIndex.PEOPLE_PER_PAGE);
    }

    @Test
    void the_last_page_has_no_next_one() {
        String beforeLast = all.get(all.size() - 11).id();
        Page<PendingRequest> last = worklist.findFor(HR, new ListRequest(beforeLast, 10));
        assertThat(last.items()).isEqualTo(all.subList(all.size() - 10, all.size()));
        assertThat(last.next()).isNull();
    }

    @Test
    void requesters_of_the_version_before_are_moved_to_rows_and_its_shards_emptied() {
        PendingRequest earliest = request("q-1", LocalDate.of(2026, 1, 1));
        store(earliest);
        Key shard = Key.of(ORGANISATION, "part-3");
        former.handle(shard, CONTEXT, none -> Decision.accept(new FormerRequesterShard(List.of("q-1"))));
        assertThat(worklist.findFor(HR, new ListRequest(null, 1)).items()).containsExactly(earliest);
        assertThat(former.find(shard).orElseThrow().state()).isEqualTo(FormerRequesterShard.EMPTY);
        requesters.update(ORGANISATION, "q-1", false);
        assertThat(worklist.findFor(HR, new ListRequest(null, 1)).items()).containsExactly(all.get(0));
    }

    private void store(PendingRequest request) {
        pending.create(
                Key.of(ORGANISATION, request.employee()),
                CONTEXT,
                none -> Decision.accept(new PendingRequestList(request.employee(), List.of(request))));
    }

    private static PendingRequest request(String person, LocalDate neededOn) {
        return new PendingRequest(
                new AccountId(person).request("1"), person, null, null, List.of(), neededOn, Instant.EPOCH);
    }
}
