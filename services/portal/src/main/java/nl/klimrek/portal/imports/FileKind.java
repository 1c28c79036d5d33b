package nl.klimrek.portal.imports;

import java.util.Arrays;
import nl.klimrek.portal.gateway.Upstream;

/** The kind of a file, and the service that imports it. */
enum FileKind {
    ROSTER("/hr/imports", Upstream.PEOPLE, "/api/people/imports"),
    CHECKLISTS("/hr/checklists", Upstream.CONVERSATIONS, "/api/conversations/assessments/imports");

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

    /** First part of the texts that only this kind has. */
    public String key() {
        return "imports." + name();
    }
}
