package nl.klimrek.reminders;

import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class RemindersSchema implements StoreSchema {

    @Override
    public String service() {
        return RemindersService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                PeopleProjectionConfiguration.MEMBERS,
                CollectionSchema.publishing("prompts").due(),
                CollectionSchema.publishing("settings"),
                CollectionSchema.publishing("templates"),
                CollectionSchema.of("meetings").due(),
                CollectionSchema.publishing("calendar_replies").due(),
                CollectionSchema.publishing("webhooks"),
                CollectionSchema.of("webhook_deliveries").due());
    }
}
