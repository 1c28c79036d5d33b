package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import org.junit.jupiter.api.Test;

/** A migration changes documents before the service has a relay. */
class ReadDocumentsIT {

    private static final Key ANNA = Key.of(new Organisation("acme"), "anna");
    private static final MessageContext MIGRATION = MessageContext.system("migration");

    record Count(int value) {}

    private final AggregateStore<Count> counts = AggregateStoreFactory.readDocuments(
            EmbeddedEngines.freshDatabase(), AggregateType.readDocument("counts", Count.class));

    @Test
    void documents_are_created_and_changed_without_an_outbox() {
        counts.handle(ANNA, MIGRATION, before -> Decision.accept(new Count(1)));
        counts.handle(
                ANNA,
                MIGRATION,
                before -> Decision.accept(new Count(before.orElseThrow().value() + 1)));
        assertThat(counts.find(ANNA).orElseThrow().state()).isEqualTo(new Count(2));
    }
}
