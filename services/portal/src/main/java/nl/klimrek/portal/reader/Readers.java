package nl.klimrek.portal.reader;

import nl.klimrek.portal.names.NameBook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a {@link Reader} for a viewer. */
@Component
public final class Readers {
    private final NameBook names;
    private final MessageSource messages;

    Readers(NameBook names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    public Reader of(Viewer viewer) {
        return new Reader(viewer, names, messages);
    }
}
