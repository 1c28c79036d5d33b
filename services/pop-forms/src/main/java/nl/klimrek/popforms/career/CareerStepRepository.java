package nl.klimrek.popforms.career;

import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.SkillMatchDocuments;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Where career steps are kept. */
@Configuration(proxyBeanMethods = false)
public class CareerStepRepository implements CatalogueRepository.EntryCodec<CareerStep> {

    private static final String COLLECTION = "career_steps";
    private static final String FAMILY = "family";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String DIRECTION = "direction";
    private static final String DESCRIPTION = "description";
    private static final String LINK = "link";
    private static final String SKILLS = "skills";

    /** The collection, found by id. */
    public static final CollectionSchema SCHEMA = CollectionSchema.of(COLLECTION);

    @Bean
    CatalogueRepository<CareerStep> careerSteps(MongoDatabaseFactory mongo) {
        return new CatalogueRepository<>(mongo.getMongoDatabase().getCollection(COLLECTION), this);
    }

    @Override
    public Document document(CareerStep step) {
        return new Document(FAMILY, step.family())
                .append(FROM, step.from())
                .append(TO, step.to())
                .append(DIRECTION, step.direction().name())
                .append(DESCRIPTION, step.description())
                .append(LINK, step.link())
                .append(SKILLS, SkillMatchDocuments.of(step.skills()));
    }

    @Override
    public CareerStep entry(String code, Document stored) {
        return new CareerStep(
                code,
                stored.getString(FAMILY),
                stored.getString(FROM),
                stored.getString(TO),
                Direction.valueOf(stored.getString(DIRECTION)),
                stored.getString(DESCRIPTION),
                stored.getString(LINK),
                SkillMatchDocuments.read(stored, SKILLS));
    }
}
