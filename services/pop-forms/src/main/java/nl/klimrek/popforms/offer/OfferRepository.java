package nl.klimrek.popforms.offer;

import java.time.LocalDate;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.SkillMatchDocuments;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Where offers are kept. */
@Configuration(proxyBeanMethods = false)
public class OfferRepository implements CatalogueRepository.EntryCodec<Offer> {

    private static final String COLLECTION = "offers";
    private static final String TITLE = "title";
    private static final String TITLE_EN = "titleEn";
    private static final String DESCRIPTION = "description";
    private static final String PLACE = "place";
    private static final String MODE = "mode";
    private static final String MINUTES = "effortMinutes";
    private static final String CENTS = "costCents";
    private static final String LINK = "link";
    private static final String SKILLS = "skills";
    private static final String UNTIL = "until";

    /** The collection, found by id. */
    public static final CollectionSchema SCHEMA = CollectionSchema.of(COLLECTION);

    @Bean
    CatalogueRepository<Offer> offers(MongoDatabaseFactory mongo) {
        return new CatalogueRepository<>(mongo.getMongoDatabase().getCollection(COLLECTION), this);
    }

    @Override
    public Document document(Offer offer) {
        return new Document(TITLE, offer.title())
                .append(TITLE_EN, offer.titleEn())
                .append(DESCRIPTION, offer.description())
                .append(PLACE, offer.place().name())
                .append(MODE, offer.mode().name())
                .append(MINUTES, offer.effortMinutes())
                .append(CENTS, offer.costCents())
                .append(LINK, offer.link())
                .append(SKILLS, SkillMatchDocuments.of(offer.skills()))
                .append(UNTIL, offer.until() == null ? null : offer.until().toString());
    }

    @Override
    public Offer entry(String code, Document stored) {
        String until = stored.getString(UNTIL);
        return new Offer(
                code,
                stored.getString(TITLE),
                stored.getString(TITLE_EN),
                stored.getString(DESCRIPTION),
                Offer.Place.valueOf(stored.getString(PLACE)),
                ActivityMode.valueOf(stored.getString(MODE)),
                stored.getInteger(MINUTES),
                stored.getLong(CENTS),
                stored.getString(LINK),
                SkillMatchDocuments.read(stored, SKILLS),
                until == null ? null : LocalDate.parse(until));
    }
}
