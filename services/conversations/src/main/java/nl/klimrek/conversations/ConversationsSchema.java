package nl.klimrek.conversations;

import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class ConversationsSchema implements StoreSchema {

    @Override
    public String service() {
        return ConversationsService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                PeopleProjectionConfiguration.MEMBERS,
                CollectionSchema.publishing("conversations").due(),
                CollectionSchema.publishing("cycles").due(),
                CollectionSchema.publishing("notebooks"),
                CollectionSchema.publishing("capacities"),
                CollectionSchema.publishing("coaches"),
                CollectionSchema.publishing("external_coaches").due(),
                CollectionSchema.publishing("career_invitations").due(),
                CollectionSchema.publishing("overloads"),
                CollectionSchema.publishing("handovers"),
                CollectionSchema.publishing("team_dialogues"),
                CollectionSchema.publishing("feedback"),
                CollectionSchema.publishing("question_banks"),
                CollectionSchema.publishing("assessment_imports"),
                CollectionSchema.of("awaited").due(),
                CollectionSchema.publishing("announcements").due(),
                CollectionSchema.publishing("busy_times"),
                CollectionSchema.publishing("calendar_feeds"),
                CollectionSchema.publishing("disclosures"),
                CollectionSchema.of("import_jobs").due(),
                CollectionSchema.of("import_queues").due());
    }
}
