package nl.klimrek.portal.services;

import nl.klimrek.portal.services.Section.Trouble;

/** What a page is about could not be had; its reader is told why. */
public final class PageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    PageRefusedException(Trouble trouble) {
        super(trouble.code(), null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
