package nl.klimrek.portal.skills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.stereotype.Component;

/** Finds the skills that somebody names, in the lists of their organisation. */
@Component
public class SkillFinder {
    /** Fields of a form that each name a skill. */
    public static final List<String> FIELDS = List.of("skill", "skill2", "skill3");

    private static final String LISTS = SkillsPageController.ALL + "/skill-lists";
    private static final String SKILLS = SkillsPageController.ALL + "/skills";
    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private final ServiceClient services;

    SkillFinder(ServiceClient services) {
        this.services = services;
    }

    /** Whether the organisation has lists; false also while that cannot be told, because a goal needs no skill. */
    public boolean hasLists(Viewer viewer) {
        return services.list(viewer, Upstream.POP_FORMS, LISTS, JsonNode.class)
                .map(lists -> !lists.isEmpty())
                .orElse(false);
    }

    /** Skills for what was typed, the best first; none for a text that is too short or too long to search. */
    List<SkillResponse> find(Viewer viewer, String typed, int limit) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String searched = text.substring(0, Math.min(LONGEST, text.length()));
        return services.list(
                        viewer,
                        Upstream.POP_FORMS,
                        SKILLS + "?limit=" + limit + "&text=" + URLEncoder.encode(searched, StandardCharsets.UTF_8),
                        SkillResponse.class)
                .orThrow();
    }

    /**
     * The skills that a form names, as pop-forms takes them; each once.
     *
     * @throws RuntimeException with a message beside the field whose name no list has
     */
    public ArrayNode named(FormPost post) {
        ArrayNode skills = JsonNodeFactory.instance.arrayNode();
        FIELDS.stream()
                .filter(field -> !post.text(field).isEmpty())
                .map(field -> skill(post, field))
                .distinct()
                .forEach(skill -> skills.add(skill.body()));
        return skills;
    }

    /**
     * The skill that a field names.
     *
     * @throws RuntimeException with a message beside the field if no list has it
     */
    SkillResponse skill(FormPost post, String field) {
        String name = post.text(field);
        Stream<SkillResponse> found = find(post.viewer(), name, MOST).stream();
        Optional<SkillResponse> same =
                found.filter(skill -> skill.label().equalsIgnoreCase(name)).findFirst();
        return same.orElseThrow(() -> post.invalid(field, "skills.unknown"));
    }
}
