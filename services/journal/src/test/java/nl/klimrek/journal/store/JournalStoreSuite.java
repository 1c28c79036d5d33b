package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.Steps.DEMO;
import static nl.klimrek.journal.chain.Steps.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Head;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What the journal's store promises, whatever the engine. */
abstract class JournalStoreSuite extends StoreFixture {

    @Test
    void what_is_appended_is_in_the_chain_once_in_order() {
        Head head = journal().append(DEMO, drafts("c1", 1, 40));

        assertThat(head.position()).isEqualTo(40);
        assertThat(chain(DEMO)).extracting(entry -> entry.step().sequence()).containsExactlyElementsOf(sequences(1, 40));
    }

    @Test
    void what_arrives_again_is_dropped() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 10));
        journal.append(DEMO, drafts("c1", 5, 15));
        journal.append(DEMO, List.of(draft("c1", 16), draft("c1", 16)));

        assertThat(chain(DEMO)).extracting(entry -> entry.step().sequence()).containsExactlyElementsOf(sequences(1, 16));
    }

    @Test
    void more_than_one_document_holds_is_appended_in_parts() {
        journal().append(DEMO, drafts("c1", 1, 2_300));

        assertThat(chain(DEMO)).hasSize(2_300);
    }

    @Test
    void each_organisation_has_a_chain_of_its_own() {
        Organisation other = new Organisation("other");
        journal().append(DEMO, drafts("c1", 1, 3));
        journal().append(other, drafts("c1", 1, 3));

        assertThat(chain(DEMO)).hasSize(3);
        assertThat(chain(other)).hasSize(3);
        assertThat(chain(other).get(0).hash()).isNotEqualTo(chain(DEMO).get(0).hash());
    }

    @Test
    void a_number_that_is_missing_is_known_until_it_arrives() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 3));
        journal.append(DEMO, drafts("c1", 6, 6));
        assertThat(journal().head(DEMO).gaps().open()).singleElement()
                .satisfies(gap -> assertThat(List.of(gap.from(), gap.to())).containsExactly(4L, 5L));

        journal.append(DEMO, drafts("c1", 4, 5));

        assertThat(journal().head(DEMO).gaps().open()).isEmpty();
        assertThat(journal().head(DEMO).gaps().found()).isEqualTo(1);
    }

    @Test
    void an_entry_that_somebody_put_into_a_place_to_come_stops_the_journal() {
        journal().append(DEMO, drafts("c1", 1, 3));
        database.getCollection("entries").insertOne(new Document("_id", "demo/forged").append("place", "demo/4"));

        assertThatThrownBy(() -> journal().append(DEMO, drafts("c1", 4, 4))).isInstanceOf(ForkedChainException.class);
    }

    @Test
    void a_timeline_goes_on_over_the_limits_of_its_documents() {
        JournalStore journal = journal();
        Head head = journal.append(DEMO, List.of(draft("c1", 1)));
        TimelineKey anna = new TimelineKey(TimelineKey.Kind.PERSON, "anna");
        Head far = new Head(DEMO, 2, Names.BUCKET * 200, head.hash(), head.gaps());
        database.getCollection("timelines").insertOne(new Document("_id", Names.timeline(DEMO, anna, 150))
                .append("positions", List.of(Names.BUCKET * 150 + 7, Names.BUCKET * 150 + 3)));

        assertThat(journal.positions(far, anna, 0, 10)).containsExactly(1L, Names.BUCKET * 150 + 3, Names.BUCKET * 150 + 7);
        assertThat(journal.positions(far, anna, 1, 1)).containsExactly(Names.BUCKET * 150 + 3);
    }
}
