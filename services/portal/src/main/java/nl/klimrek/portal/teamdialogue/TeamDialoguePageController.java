package nl.klimrek.portal.teamdialogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Dialogue;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Team dialogues: below {@code /team} for the manager, below {@code /conversations} for members. */
@PageController
class TeamDialoguePageController {
    private static final String ID = "/{id:[A-Za-z0-9_:.@+-]+}";
    private static final String LED = "/team/dialogues";
    private static final String SHARED = "/conversations/team";
    private final TeamDialogueClient client;
    private final ReaderFactory readers;
    private final CommandSender commands;

    TeamDialoguePageController(TeamDialogueClient client, ReaderFactory readers, CommandSender commands) {
        this.client = client;
        this.readers = readers;
        this.commands = commands;
    }

    /**
     * @param led   whether these are the ones the reader leads
     * @param teams teams the reader can start one with
     */
    record DialoguesPage(boolean led, Section<List<Row>> rows, List<Choice> teams) {
        record Row(String path, String team, String when, String status, String statusText) {}
    }

    @GetMapping(LED)
    String led(Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        var reports = client.beside(() -> client.reports(viewer));
        Section<List<Dialogue>> all = client.all(viewer);
        List<Choice> teams = reports.get().stream()
                .filter(report -> report.team() != null)
                .map(report -> new Choice(
                        report.team(), report.teamName() == null ? reader.team(report.team()) : report.teamName()))
                .distinct()
                .toList();
        model.addAttribute("page", new DialoguesPage(true, rows(reader, all, true), teams));
        return "teamdialogue/dialogues";
    }

    @GetMapping(SHARED)
    String shared(Viewer viewer, Model model) {
        model.addAttribute(
                "page", new DialoguesPage(false, rows(readers.of(viewer), client.all(viewer), false), List.of()));
        return "teamdialogue/dialogues";
    }

    @GetMapping(LED + ID)
    String lead(@PathVariable String id, Viewer viewer, Model model) {
        return one(id, viewer, model, true);
    }

    @GetMapping(SHARED + ID)
    String takePart(@PathVariable String id, Viewer viewer, Model model) {
        return one(id, viewer, model, false);
    }

    @PostMapping(LED)
    String start(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, TeamDialogueClient.API, () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode().put("team", post.text("team"));
                    Stream.of("windowFrom", "windowUntil").forEach(field -> {
                        LocalDate day = post.day(field);
                        if (day != null) {
                            body.put(field, day.toString());
                        }
                    });
                    return body;
                })
                .done("teamdialogue.started")
                .to(made -> LED + "/" + made.path("id").asText());
    }

    private String one(String id, Viewer viewer, Model model, boolean below) {
        model.addAttribute("page", client.page(readers.of(viewer), id, below));
        return "teamdialogue/dialogue";
    }

    private static Section<List<DialoguesPage.Row>> rows(Reader reader, Section<List<Dialogue>> all, boolean led) {
        return all.map(dialogues -> dialogues.stream()
                .filter(one -> one.youLead() == led)
                .map(one -> new DialoguesPage.Row(
                        (led ? LED : SHARED) + "/" + one.id(),
                        reader.team(one.team()),
                        one.slotStart() != null
                                ? reader.slot(one.slotStart(), one.slotEnd())
                                : reader.say("teamdialogue.within", reader.window(one.windowFrom(), one.windowUntil())),
                        one.status(),
                        reader.code("teamdialogue.status", one.status())))
                .toList());
    }
}
