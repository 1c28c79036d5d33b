package nl.klimrek.portal.today;

import java.util.List;
import java.util.Map;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** The prompts that wait for a reader, each with one step, why it came and where to take it. */
@Component
public final class Waiting {
    private final Services services;

    Waiting(Services services) {
        this.services = services;
    }

    /**
     * One prompt on a page.
     *
     * @param id   of the prompt
     * @param step what is asked
     * @param why  why it came
     * @param due  since when
     * @param link where to do it
     */
    public record Line(String id, String step, String why, String due, String link) {
    }

    /** @param conversationOf conversation of each open agreement, by the agreement's id */
    public Section<List<Line>> of(Reader reader, Map<String, String> conversationOf) {
        return services.list(reader.viewer(), Service.REMINDERS, "/api/reminders", Prompt.class)
                .map(prompts -> prompts.stream().map(prompt -> line(reader, prompt, conversationOf)).toList());
    }

    private static Line line(Reader reader, Prompt prompt, Map<String, String> conversationOf) {
        return new Line(prompt.id(), prompt.step(), prompt.why() == null ? "" : prompt.why(), reader.moment(prompt.dueAt()),
                link(prompt, conversationOf));
    }

    private static String link(Prompt prompt, Map<String, String> conversationOf) {
        String kind = prompt.subjectKind() == null ? "" : prompt.subjectKind();
        return switch (kind) {
            case "CONVERSATION" -> "/conversations/" + prompt.about();
            case "AGREEMENT" -> conversationOf.containsKey(prompt.about())
                    ? "/conversations/" + conversationOf.get(prompt.about()) : "/me";
            case "BUDGET_REQUEST" -> "/team/requests/" + prompt.about();
            default -> "/me";
        };
    }
}
