package nl.klimrek.popforms.catalogue;

import java.util.List;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillMatch;
import org.bson.Document;

/** Skills of an entry as they are stored. */
public final class SkillMatchDocuments {

    private static final String SCHEME = "scheme";
    private static final String CODE = "code";

    private SkillMatchDocuments() {}

    public static List<Document> of(List<SkillMatch> skills) {
        return skills.stream()
                .map(skill -> new Document(SCHEME, skill.scheme().name()).append(CODE, skill.code()))
                .toList();
    }

    public static List<SkillMatch> read(Document stored, String field) {
        return stored.getList(field, Document.class, List.of()).stream()
                .map(skill -> new SkillMatch(Skill.Scheme.valueOf(skill.getString(SCHEME)), skill.getString(CODE)))
                .toList();
    }
}
