package nl.klimrek.portal.reader;

import nl.klimrek.portal.reader.Section.Trouble;

/** What a page is about could not be had; its reader is told why. */
public final class PageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    PageRefused(Trouble trouble) {
        super(trouble.code(), null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
