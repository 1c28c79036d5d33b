package nl.klimrek.learningbudgets;

import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class LearningBudgetsSchema implements StoreSchema {

    @Override
    public String service() {
        return LearningBudgetsService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(CollectionSchema.publishing("accounts").due(), CollectionSchema.publishing("disclosures"));
    }
}
