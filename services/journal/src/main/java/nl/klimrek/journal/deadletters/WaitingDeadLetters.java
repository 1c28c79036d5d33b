package nl.klimrek.journal.deadletters;

import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;

/**
 * What waits in an organisation, in 16 documents by a hexadecimal digit of the id, so that a flood of thousands stays in
 * small documents.
 */
final class WaitingDeadLetters {

    private static final int PAGES = 16;
    private static final int DIGIT = 13;

    private final AggregateStore<WaitingDeadLetterPage> pages;

    WaitingDeadLetters(AggregateStore<WaitingDeadLetterPage> pages) {
        this.pages = pages;
    }

    /** Writes whether a dead letter waits; the second time it changes nothing. */
    void write(Organisation organisation, String id, boolean waits) {
        pages.handle(key(organisation, page(id)), MessageContext.system("journal"), known -> {
            WaitingDeadLetterPage before = known.orElse(WaitingDeadLetterPage.EMPTY);
            WaitingDeadLetterPage after = before.with(id, waits);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
    }

    /** Ids of what waits, oldest first. */
    List<String> ids(Organisation organisation) {
        return pages
                .findAll(IntStream.range(0, PAGES)
                        .mapToObj(page -> key(organisation, page))
                        .toList())
                .stream()
                .flatMap(page -> page.state().ids().stream())
                .sorted()
                .toList();
    }

    private static Key key(Organisation organisation, int page) {
        return Key.of(organisation, "waiting:" + page);
    }

    private static int page(String id) {
        return id.length() > DIGIT ? Math.max(0, Character.digit(id.charAt(DIGIT), PAGES)) : 0;
    }
}
