package nl.klimrek.journal.deadletters;

import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;

/**
 * The waiting dead letters of each organisation, in 16 documents by a hexadecimal digit of the id. The documents stay small
 * even for thousands of dead letters.
 */
final class WaitingDeadLetters {

    private static final int PAGES = 16;
    private static final int DIGIT_INDEX = 13;

    private final AggregateStore<WaitingDeadLetterPage> pages;

    WaitingDeadLetters(AggregateStore<WaitingDeadLetterPage> pages) {
        this.pages = pages;
    }

    /** Records whether a dead letter waits. A repetition changes nothing. */
    void update(Organisation organisation, String id, boolean waits) {
        pages.handle(key(organisation, page(id)), MessageContext.system("journal"), known -> {
            WaitingDeadLetterPage before = known.orElse(WaitingDeadLetterPage.EMPTY);
            WaitingDeadLetterPage after = before.with(id, waits);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
    }

    /** Ids of the waiting dead letters, oldest first. */
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
        return id.length() > DIGIT_INDEX ? Math.max(0, Character.digit(id.charAt(DIGIT_INDEX), PAGES)) : 0;
    }
}
