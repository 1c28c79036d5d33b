package nl.klimrek.popforms.skill;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.popforms.goal.Skill;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The skills of an organisation's lists, a document each. Only an import writes them; a row that is written twice is the same, so no
 * marker is kept. A version of a list stays when another one is imported, because goals refer to it.
 */
@Component
public class SkillRepository {

    private static final String COLLECTION = "skills";
    private static final String ID = "_id";
    private static final String LIST = "list";
    private static final String CODE = "code";
    private static final String NAMES = "names";
    private static final String LABEL = "label";
    private static final String ALTERNATIVES = "alternatives";
    private static final String DESCRIPTION = "description";
    private static final String MATCHES = "matches";
    private static final String SCHEME = "scheme";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** The collection, found by list. */
    public static final CollectionSchema SCHEMA = CollectionSchema.of(COLLECTION, IndexSchema.of(LIST));

    private final MongoCollection<Document> documents;

    SkillRepository(MongoDatabaseFactory mongo) {
        this.documents = mongo.getMongoDatabase().getCollection(COLLECTION);
    }

    /** A skill of a list. */
    public Optional<ListedSkill> find(Organisation organisation, SkillListVersion list, String code) {
        return Optional.ofNullable(documents
                        .find(new Document(ID, id(organisation, list, code)))
                        .first())
                .map(document -> skill(list, document));
    }

    /** Those of these skills that exist, by code. */
    public Map<String, ListedSkill> findAll(
            Organisation organisation, SkillListVersion list, Collection<String> codes) {
        Map<String, ListedSkill> found = new HashMap<>();
        List<String> ids =
                codes.stream().map(code -> id(organisation, list, code)).toList();
        documents.find(new Document(ID, new Document("$in", ids))).forEach(document -> {
            ListedSkill skill = skill(list, document);
            found.put(skill.code(), skill);
        });
        return found;
    }

    /** Stores the name of a skill in the file's language, beside its names in other languages. */
    public void put(Organisation organisation, SkillFile file, String code, SkillName name, List<SkillMatch> matches) {
        Document stored = new Document(LABEL, name.label()).append(ALTERNATIVES, name.alternatives());
        if (name.description() != null) {
            stored.append(DESCRIPTION, name.description());
        }
        documents.updateOne(
                new Document(ID, id(organisation, file.list(), code)),
                new Document(
                        "$set",
                        new Document(LIST, listId(organisation, file.list()))
                                .append(CODE, code)
                                .append(NAMES + "." + file.language(), stored)
                                .append(
                                        MATCHES,
                                        matches.stream()
                                                .map(match -> new Document(
                                                                SCHEME,
                                                                match.scheme().name())
                                                        .append(CODE, match.code()))
                                                .toList())),
                UPSERT);
    }

    /** Reads all skills of a list, one after the other. */
    public void forEach(Organisation organisation, SkillListVersion list, Consumer<ListedSkill> reader) {
        documents
                .find(new Document(LIST, listId(organisation, list)))
                .forEach(document -> reader.accept(skill(list, document)));
    }

    private static ListedSkill skill(SkillListVersion list, Document stored) {
        Map<String, SkillName> names = new HashMap<>();
        stored.get(NAMES, Document.class).forEach((language, name) -> names.put(language, name((Document) name)));
        return new ListedSkill(
                list,
                stored.getString(CODE),
                names,
                stored.getList(MATCHES, Document.class, List.of()).stream()
                        .map(match ->
                                new SkillMatch(Skill.Scheme.valueOf(match.getString(SCHEME)), match.getString(CODE)))
                        .toList());
    }

    private static SkillName name(Document stored) {
        return new SkillName(
                stored.getString(LABEL),
                stored.getList(ALTERNATIVES, String.class, List.of()),
                stored.getString(DESCRIPTION));
    }

    private static String listId(Organisation organisation, SkillListVersion list) {
        return Key.of(organisation, list.toString()).value();
    }

    /** Codes are addresses in some schemes, which a key cannot hold. */
    private static String id(Organisation organisation, SkillListVersion list, String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return Key.of(organisation, list + ":" + HexFormat.of().formatHex(digest, 0, 16))
                    .value();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
