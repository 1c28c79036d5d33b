package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.notes.Notebook;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is left of an external coach a month after the end. */
class ExternalCoachErasureIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");
    private final TestClient emma = company.as("emma");

    @Test
    void name_address_private_notes_and_unshared_preparation_are_erased_and_what_was_shared_stays() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        TestClient imane = track.in();
        Talk talk = new Talk(track.talk.id, emma, imane).accepted();
        talk.step(imane, "preparation", "{'answers':[{'question':'energy','text':'For me alone'}]}")
                .ok();
        talk.step(imane, "notes", "{'text':'For me alone','shared':false}").ok();
        talk.step(imane, "notes", "{'text':'For both of us','shared':true}").ok();
        emma.post("/conversations/external-coaches/" + track.coach + "/withdrawal")
                .ok();
        ConversationsUnderTest.runJob("externalCoachJob");
        assertThat(ExternalMailbox.of(track.email)).isNotEmpty();
        ConversationsUnderTest.clock().advance(Duration.ofDays(31));
        ConversationsUnderTest.runJob("externalCoachJob");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(find("externalCoachStore", track.coach, ExternalCoach.class)
                                .contact())
                        .isNull());
        ConversationsUnderTest.SERVICE.awaitSettled();
        Conversation left = find("conversationStore", talk.id, Conversation.class);
        assertThat(left.preparations().counterpart()).isNull();
        assertThat(left.preparations().agenda().notes()).hasSize(1);
        assertThat(notebooks().find(Key.of(company.organisation(), track.coach + ":" + talk.id)))
                .get()
                .extracting(found -> found.state().notes())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(emma.get("/conversations/external-coaches").ok().text("/items/0/status"))
                .isEqualTo("ENDED");
        assertThat(emma.get("/conversations/external-coaches").json().toString())
                .doesNotContain("Imane", track.email);
        assertThat(company.typesOf(track.coach)).endsWith("external-coach-erased");
    }

    private static AggregateStore<Notebook> notebooks() {
        return ConversationsUnderTest.bean(AggregateStoreFactory.class)
                .create(new AggregateType<>("notebooks", Notebook.class, Notebook::author));
    }

    private <S> S find(String store, String id, Class<S> type) {
        AggregateStore<S> all = ConversationsUnderTest.SERVICE.store(store);
        return type.cast(all.find(Key.of(company.organisation(), id))
                .map(Versioned::state)
                .orElseThrow());
    }
}
