package nl.klimrek.conversations.coach;

import nl.klimrek.conversations.large.InMemoryStores;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.IdList;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.eventing.aggregate.AggregateType;

/** A register of coaches in memory. */
public final class CoachFixture {

    private CoachFixture() {}

    /** The register of an organisation without coaches. */
    public static CoachRegister register(InMemoryStores stores, CurrentRoster roster) {
        return new CoachRegister(
                stores.store(new AggregateType<>("coaches", Coach.class, Coach::person)),
                new IdListProjection(stores.readDocuments("id_lists", IdList.class)),
                roster);
    }
}
