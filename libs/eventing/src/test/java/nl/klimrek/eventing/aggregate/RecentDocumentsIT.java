package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.CounterService;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RecentDocumentsIT {

    private static final Key KEY = Key.of(new Organisation("acme"), "c1");

    private final MongoDatabase database = EmbeddedEngines.freshDatabase();

    @Test
    void the_next_step_is_decided_on_the_cached_document_without_a_read() throws Exception {
        try (CounterService service = new CounterService("one", database, false)) {
            service.raise(KEY, MessageContext.system("t"));
            database.getCollection("counters")
                    .updateOne(
                            new Document("_id", KEY.value()), new Document("$set", new Document("state.value", 70L)));
            assertThat(service.raise(KEY, MessageContext.system("t")).state().value())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_step_after_a_common_read_needs_no_read_of_its_own() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            assertThat(other.counters.findForSteps(List.of(KEY, Key.of(KEY.organisation(), "absent"))))
                    .containsOnlyKeys(KEY);
            database.getCollection("counters")
                    .updateOne(
                            new Document("_id", KEY.value()), new Document("$set", new Document("state.value", 70L)));
            assertThat(other.raise(KEY, MessageContext.system("t")).state().value())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_step_after_a_common_read_is_decided_again_when_another_came_between() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            other.counters.findForSteps(List.of(KEY));
            one.raise(KEY, MessageContext.system("t"));
            assertThat(other.raise(KEY, MessageContext.system("t")).state().value())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_step_on_a_document_that_changed_meanwhile_is_decided_again() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            other.raise(KEY, MessageContext.system("t"));
            Versioned<Counter> third = one.raise(KEY, MessageContext.system("t"));
            assertThat(third.state().value()).isEqualTo(3);
            assertThat(third.version()).isEqualTo(3);
        }
    }

    @Test
    void a_cached_document_of_a_rolled_back_branch_does_not_overwrite_another_branch() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            Document backup = database.getCollection("counters").find().first();
            one.raise(KEY, MessageContext.system("t"));
            database.getCollection("counters").replaceOne(new Document("_id", KEY.value()), backup);
            other.counters.handle(KEY, MessageContext.system("t"), current -> Decision.accept(new Counter("c1", 100)));
            Versioned<Counter> third = one.raise(KEY, MessageContext.system("t"));
            assertThat(third.state().value()).isEqualTo(101);
            assertThat(third.version()).isEqualTo(3);
        }
    }

    @Test
    void a_refusal_is_decided_on_the_stored_document() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            other.raise(KEY, MessageContext.system("t"));
            AtomicInteger asked = new AtomicInteger();
            Versioned<Counter> stepped = one.counters.handle(KEY, MessageContext.system("t"), current -> {
                asked.incrementAndGet();
                return current.orElseThrow().value() == 1
                        ? Decision.refuse("too-low")
                        : Decision.accept(new Counter("c1", 9));
            });
            assertThat(stepped.state().value()).isEqualTo(9);
            assertThat(asked).hasValue(2);
            assertThatThrownBy(() ->
                            one.counters.handle(KEY, MessageContext.system("t"), current -> Decision.refuse("never")))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void a_command_that_another_instance_handled_is_recognised() throws Exception {
        try (CounterService one = new CounterService("one", database, false);
                CounterService other = new CounterService("other", database, false)) {
            one.raise(KEY, MessageContext.system("t"));
            MessageContext command = MessageContext.command("anna", "the-key", "print");
            other.raise(KEY, command);
            assertThat(one.raise(KEY, command).replayed()).isTrue();
            assertThat(one.raise(KEY, command).state().value()).isEqualTo(2);
        }
    }

    @Test
    void the_least_recently_used_document_is_evicted_and_a_cache_of_size_0_holds_none() {
        RecentDocuments recent = new RecentDocuments(16_000);
        for (int i = 0; i < 30; i++) {
            recent.put("c", "d" + i, new Document("_id", "d" + i).append("text", "x".repeat(700)));
            recent.find("c", "d0");
        }
        assertThat(recent.find("c", "d0")).isNotNull();
        assertThat(recent.find("c", "d29")).containsEntry("_id", "d29");
        assertThat(recent.find("c", "d20")).isNotNull();
        assertThat(recent.find("c", "d9")).isNull();
        recent.remove("c", "d29");
        assertThat(recent.find("c", "d29")).isNull();
        recent.put("c", "huge", new Document("text", "x".repeat(1_000)));
        assertThat(recent.find("c", "huge")).isNull();
        RecentDocuments none = new RecentDocuments(0);
        none.put("c", "d", new Document());
        assertThat(none.find("c", "d")).isNull();
    }
}
