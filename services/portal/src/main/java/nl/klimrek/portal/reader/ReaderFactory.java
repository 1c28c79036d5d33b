package nl.klimrek.portal.reader;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Creates the {@link Reader} of a viewer. */
@Component
public final class ReaderFactory {
    private final NameLookup names;
    private final MessageSource messages;

    ReaderFactory(NameLookup names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    public Reader of(Viewer viewer) {
        return new Reader(viewer, names, messages);
    }
}
