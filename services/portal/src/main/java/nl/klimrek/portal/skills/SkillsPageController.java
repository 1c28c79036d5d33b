package nl.klimrek.portal.skills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody can, teaches and wants to learn, and what their team shares of that. */
@PageController
class SkillsPageController {
    static final String ALL = "/api/pop-forms";
    private static final String MINE = ALL + "/my-skills";
    private static final String PAGE = "/plan/skills";
    private static final int OFFERED = 8;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,199}");

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final SkillFinder finder;

    SkillsPageController(ServiceClient services, CommandSender commands, ReaderFactory readers, SkillFinder finder) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.finder = finder;
    }

    @GetMapping(PAGE)
    String mine(Viewer viewer, Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        model.addAttribute(
                "skills",
                services.list(viewer, Upstream.POP_FORMS, MINE, SkillsPage.Entry.class).orThrow().stream()
                        .map(entry -> entry.line(reader))
                        .toList());
        model.addAttribute("known", finder.hasLists(viewer));
        model.addAttribute(
                "uses",
                SkillsPage.USES.stream()
                        .map(use -> new Choice(use, reader.say("skills.use." + use)))
                        .toList());
        return "skills/skills";
    }

    @PostMapping(PAGE)
    String note(FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, MINE, () -> {
                    if (post.text("skill").isEmpty()) {
                        throw post.invalid("skill", "skills.unknown");
                    }
                    if (post.all("uses").isEmpty()) {
                        throw post.invalid("uses", "skills.use.none");
                    }
                    ObjectNode body = finder.skill(post, "skill").body();
                    post.all("uses").forEach(body.putArray("uses")::add);
                    return body.put("shared", post.isChecked("shared"));
                })
                .done("skills.noted", post.text("skill"))
                .back();
    }

    @PostMapping(PAGE + "/{entry}/removal")
    String remove(@PathVariable String entry, FormPost post) {
        String id = ID.matcher(entry).matches() ? entry : "none";
        return commands.delete(post, Upstream.POP_FORMS, MINE + "/" + id)
                .done("skills.removed")
                .back();
    }

    @GetMapping(PAGE + "/team")
    String team(Viewer viewer, Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        model.addAttribute(
                "skills",
                services
                        .list(viewer, Upstream.POP_FORMS, ALL + "/team-skills?limit=200", SkillsPage.TeamSkill.class)
                        .orThrow()
                        .stream()
                        .map(skill -> skill.line(reader))
                        .toList());
        return "skills/team";
    }

    /** Names of skills for what was typed in one of the fields of a form, as options of its list. */
    @GetMapping(PAGE + "/names")
    String names(
            @RequestParam(required = false) String skill,
            @RequestParam(required = false) String skill2,
            @RequestParam(required = false) String skill3,
            Viewer viewer,
            Model model) {
        String typed = Stream.of(skill, skill2, skill3)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        Reader reader = readers.of(viewer);
        List<SkillResponse.Shown> shown = finder.find(viewer, typed, OFFERED).stream()
                .map(each -> each.shown(reader))
                .toList();
        model.addAttribute("skills", shown);
        return "skills/parts :: names";
    }
}
