package nl.klimrek.popforms;

import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.popforms.career.CareerStepRepository;
import nl.klimrek.popforms.offer.OfferRepository;
import nl.klimrek.popforms.skill.SkillRepository;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class PopFormsSchema implements StoreSchema {

    @Override
    public String service() {
        return PopFormsService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                PeopleProjectionConfiguration.MEMBERS,
                CollectionSchema.publishing("plans").due(),
                CollectionSchema.publishing("proposals"),
                CollectionSchema.publishing("skill_lists"),
                CollectionSchema.publishing("person_skills"),
                SkillRepository.SCHEMA,
                CollectionSchema.publishing("catalogues"),
                OfferRepository.SCHEMA,
                CareerStepRepository.SCHEMA,
                CollectionSchema.of("import_jobs").due(),
                CollectionSchema.of("import_queues").due(),
                CollectionSchema.publishing("disclosures"));
    }
}
