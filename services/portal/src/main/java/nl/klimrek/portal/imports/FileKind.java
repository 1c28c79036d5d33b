package nl.klimrek.portal.imports;

import java.util.Arrays;
import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import org.jspecify.annotations.Nullable;

/** The kind of a file, and the service that imports it. */
enum FileKind {
    ROSTER("/hr/imports", Upstream.PEOPLE, "/api/people/imports"),
    CHECKLISTS("/hr/checklists", Upstream.CONVERSATIONS, "/api/conversations/assessments/imports"),
    SKILLS("/hr/skills", Upstream.POP_FORMS, "/api/pop-forms/skills/imports"),
    OFFERS("/hr/offers", Upstream.POP_FORMS, "/api/pop-forms/offers/imports"),
    CAREER_STEPS("/hr/career-steps", Upstream.POP_FORMS, "/api/pop-forms/career-steps/imports");

    private final String page;
    private final Upstream service;
    private final String api;

    FileKind(String page, Upstream service, String api) {
        this.page = page;
        this.service = service;
        this.api = api;
    }

    /** The kind of a page's address. */
    static FileKind at(String path) {
        return Arrays.stream(values())
                .filter(kind -> path.equals(kind.page) || path.startsWith(kind.page + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page for files"));
    }

    public String page() {
        return page;
    }

    Upstream service() {
        return service;
    }

    String api() {
        return api;
    }

    /** The page of what came from such files before; null where there is none. */
    public @Nullable String all() {
        return this == OFFERS || this == CAREER_STEPS ? page + "/all" : null;
    }

    /** What a person says about a file of this kind, beside the file: fields of the form and parameters of the request. */
    List<String> parameters() {
        return this == SKILLS ? List.of("scheme", "version", "language") : List.of();
    }

    /** First part of the texts that only this kind has. */
    public String key() {
        return "imports." + name();
    }
}
