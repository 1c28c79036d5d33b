package nl.klimrek.portal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Files that HR brings: first a look at what they would change, then the real thing, and what became of every row. */
@PageController
class ImportPageController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String COLUMNS = "columns";
    private static final int ROWS = 50;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    ImportPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    /** An earlier import in a list. */
    record Earlier(String id, String when, String state) {}

    @GetMapping({"/hr/imports", "/hr/checklists", "/hr/skills", "/hr/offers", "/hr/career-steps"})
    String choose(HttpServletRequest request, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        FileKind kind = FileKind.at(request.getRequestURI());
        Reader reader = readers.of(viewer);
        show(kind, reader, model);
        model.addAttribute(
                "earlier",
                services.list(viewer, kind.service(), kind.api() + "?limit=20", ImportResponse.class)
                        .map(all -> all.stream()
                                .map(one -> new Earlier(
                                        one.id(),
                                        reader.moment(one.startedAt()),
                                        ImportPage.of(reader, one, "").state()))
                                .toList()));
        return "imports/imports";
    }

    @PostMapping({"/hr/imports", "/hr/checklists", "/hr/skills", "/hr/offers", "/hr/career-steps"})
    String send(@RequestParam(required = false) MultipartFile file, FormPost post, HttpServletRequest request) {
        FileKind kind = FileKind.at(request.getRequestURI());
        boolean dryRun = !"false".equals(post.text("dryRun"));
        CommandSender.SentCommand sent = commands.send(post, () -> {
            if (file == null || file.isEmpty()) {
                throw post.invalid("file", "imports.file.none");
            }
            return upload(post, kind, dryRun, file);
        });
        if (!sent.accepted()) {
            UnknownColumns unknown = UnknownColumns.of(
                    sent.answer().trouble().code(), sent.answer().trouble().details(), post.all("column"));
            RequestContextUtils.getOutputFlashMap(request).put(COLUMNS, unknown);
        }
        return sent.done(dryRun ? "imports.looked" : "imports.begun")
                .to(answer -> kind.page() + "/" + answer.path("id").asText());
    }

    /** Applies a dry run, with the file that was uploaded for it. */
    @PostMapping({
        "/hr/imports/{id:[A-Za-z0-9_:.@+-]+}/application",
        "/hr/checklists/{id:[A-Za-z0-9_:.@+-]+}/application",
        "/hr/skills/{id:[A-Za-z0-9_:.@+-]+}/application",
        "/hr/offers/{id:[A-Za-z0-9_:.@+-]+}/application",
        "/hr/career-steps/{id:[A-Za-z0-9_:.@+-]+}/application"
    })
    String apply(@PathVariable String id, FormPost post, HttpServletRequest request) {
        FileKind kind = FileKind.at(request.getRequestURI());
        return commands.post(post, kind.service(), kind.api() + "/" + id + "/application?limit=1")
                .done("imports.begun")
                .to(answer -> kind.page() + "/" + answer.path("id").asText());
    }

    @GetMapping({
        "/hr/imports/{id:[A-Za-z0-9_:.@+-]+}",
        "/hr/checklists/{id:[A-Za-z0-9_:.@+-]+}",
        "/hr/skills/{id:[A-Za-z0-9_:.@+-]+}",
        "/hr/offers/{id:[A-Za-z0-9_:.@+-]+}",
        "/hr/career-steps/{id:[A-Za-z0-9_:.@+-]+}"
    })
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) String after,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        FileKind kind = FileKind.at(request.getRequestURI());
        String chosen = ImportPage.isOutcome(outcome) ? outcome : "";
        String from = after == null || !after.matches("[0-9]{1,12}") ? "" : "&after=" + after;
        Section<ImportResponse> found = services.get(
                viewer,
                kind.service(),
                kind.api() + "/" + id + "?limit=" + ROWS + (chosen.isEmpty() ? "" : "&outcome=" + chosen) + from,
                ImportResponse.class);
        Reader reader = readers.of(viewer);
        show(kind, reader, model);
        ImportResponse answer = found.orThrow();
        model.addAttribute("page", ImportPage.of(reader, answer, chosen));
        if (answer.problem() != null && !model.containsAttribute(COLUMNS)) {
            model.addAttribute(
                    COLUMNS,
                    UnknownColumns.of(answer.problem().code(), answer.problem().details(), List.of()));
        }
        return "imports/import";
    }

    private static void show(FileKind kind, Reader reader, Model model) {
        model.addAttribute("kind", kind);
        if (kind == FileKind.SKILLS) {
            model.addAttribute("schemes", SkillListChoices.schemes(reader));
            model.addAttribute("languages", SkillListChoices.languages(reader));
        }
    }

    private Section<JsonNode> upload(FormPost post, FileKind kind, boolean dryRun, MultipartFile file) {
        String encoding = post.text("encoding");
        String columns = post.all("column").stream()
                .filter(one -> !one.isBlank())
                .map(one -> "&column=" + URLEncoder.encode(one, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        String path = kind.api() + "?limit=1&dryRun=" + dryRun
                + kind.parameters().stream()
                        .map(name -> "&" + name + "=" + URLEncoder.encode(post.text(name), StandardCharsets.UTF_8))
                        .collect(Collectors.joining())
                + (encoding.isEmpty() ? "" : "&encoding=" + URLEncoder.encode(encoding, StandardCharsets.UTF_8))
                + columns;
        try {
            return services.upload(
                    post.viewer(),
                    kind.service(),
                    path,
                    type(file),
                    file.getInputStream(),
                    new CommandHeaders(post.key(), null),
                    JsonNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String type(MultipartFile file) {
        String name = file.getOriginalFilename() == null
                ? ""
                : file.getOriginalFilename().toLowerCase(Locale.ROOT);
        return List.of(".xlsx", ".xlsm").stream().anyMatch(name::endsWith) ? XLSX : "text/csv";
    }
}
