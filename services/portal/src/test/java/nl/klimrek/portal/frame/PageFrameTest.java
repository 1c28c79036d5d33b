package nl.klimrek.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which place of the navigation a page belongs to. */
class PageFrameTest {

    @Test
    void every_page_belongs_to_the_closest_place_of_its_reader() {
        assertThat(here("/coaches", "EMPLOYEE")).containsExactly("/conversations");
        assertThat(here("/coaches/external", "EMPLOYEE")).containsExactly("/conversations");
        assertThat(here("/coaches", "EMPLOYEE", "COACH")).containsExactly("/conversations");
        assertThat(here("/coaches/profile", "EMPLOYEE")).containsExactly("/conversations");
        assertThat(here("/coaches/profile", "EMPLOYEE", "COACH")).containsExactly("/coach");
        assertThat(here("/coach", "COACH")).containsExactly("/coach");
        assertThat(here("/conversations/c-1", "EXTERNAL_COACH")).containsExactly("/guest");
        assertThat(here("/hr/people", "HR", "EMPLOYEE")).containsExactly("/hr");
        assertThat(here("/settings", "EMPLOYEE")).isEmpty();
        assertThat(here("/coachesx", "EMPLOYEE", "COACH")).isEmpty();
    }

    private static List<String> here(String path, String... roles) {
        return PageFrame.links(Set.of(roles), path).stream()
                .filter(PageFrame.Link::here)
                .map(PageFrame.Link::path)
                .toList();
    }
}
