package nl.klimrek.portal.imports;

import java.util.Arrays;
import nl.klimrek.portal.upstream.Service;

/** What a file is about, and which service takes it in. */
enum FileKind {
    ROSTER("/hr/imports", Service.PEOPLE, "/api/people/imports"),
    CHECKLISTS("/hr/checklists", Service.CONVERSATIONS, "/api/conversations/assessments/imports");

    private final String page;
    private final Service service;
    private final String api;

    FileKind(String page, Service service, String api) {
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

    Service service() {
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
