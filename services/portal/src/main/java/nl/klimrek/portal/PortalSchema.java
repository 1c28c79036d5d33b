package nl.klimrek.portal;

import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class PortalSchema implements StoreSchema {

    @Override
    public String service() {
        return PortalService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(CollectionSchema.of("drafts").due());
    }
}
