package nl.klimrek.portal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pages are for guests. */
class GuestGateTest {
    private static final String TALK = "/conversations/5f1d7c10-4f7e-4f2c-9a51-1d2b3c4d5e6f";

    @Test
    void a_guest_reaches_the_own_pages_and_those_of_one_conversation() {
        assertThat(List.of(
                        "/guest", "/guest/ending", TALK, TALK + "/preparation", TALK + "/acceptance", "/drafts/forget"))
                .allMatch(GuestGate::admits);
        assertThat(List.of(
                        "/",
                        "/guests",
                        "/conversations",
                        "/conversations/ask",
                        "/conversations/handover",
                        TALK + "/timeline",
                        TALK + "/feedback",
                        TALK + "x",
                        "/me/count",
                        "/hr/coaches"))
                .noneMatch(GuestGate::admits);
    }
}
