package nl.klimrek.portal.services;

import nl.klimrek.portal.services.Section.Trouble;

/** The main content of a page is not available; the trouble tells its reader why. */
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
