package nl.klimrek.portal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormPostTest {

    @Test
    void only_a_path_of_this_portal_is_one() {
        for (String path : new String[] {"/", "/me", "/hr/people?q=anna&after=p-1", "/conversations/c:1.a_b@c+d%20e"}) {
            assertThat(FormPost.isPath(path)).as(path).isTrue();
        }
        for (String path : new String[] {
            null,
            "",
            "me",
            "//evil.example",
            "https://evil.example/",
            "/\\evil.example",
            "/a b",
            "/a\r\nSet-Cookie:x",
            "/a#b"
        }) {
            assertThat(FormPost.isPath(path)).as(path).isFalse();
        }
    }

    /** A pattern that can match one text in many ways would not end in a lifetime. */
    @Test
    void a_long_hostile_path_is_refused_at_once() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(FormPost.isPath("/" + "a".repeat(490) + "!")).isFalse());
    }
}
