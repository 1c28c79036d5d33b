package nl.klimrek.testkit.guarantees;

import org.junit.jupiter.api.Test;

class VersionsNeverGoBackTest {

    private final Histories<VersionsNeverGoBack> histories = new Histories<>(VersionsNeverGoBack::new);

    @Test
    void a_version_stays_or_rises() {
        histories.legal(h -> see(h, 1, 1, 2, 5));
    }

    @Test
    void a_reading_that_began_before_may_show_what_was_before() {
        histories.legal(h -> {
            see(h, 1);
            long begun = h.now();
            see(h, 2);
            h.saw(begun, "d", 1);
        });
    }

    @Test
    void one_that_goes_back_is_refused() {
        histories.illegal("d went back from version 2 to 1", h -> see(h, 1, 2, 1));
    }

    @Test
    void one_older_than_what_was_acknowledged_is_refused() {
        histories.illegal("d went back from version 3 to 2", h -> see(h, 3, 2));
    }

    @Test
    void a_document_that_vanished_is_refused() {
        histories.illegal("d went back from version 2 to 0", h -> see(h, 2, 0));
    }

    private static void see(VersionsNeverGoBack history, long... versions) {
        for (long version : versions) {
            history.saw(history.now(), "d", version);
        }
    }
}
