package nl.klimrek.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;

class NotFoundPageIT {

    @Test
    void an_address_that_leads_nowhere_is_a_page_too() {
        try (RunningPortal portal = new RunningPortal(Map.of())) {
            portal.issuer().letIn("anna", "EMPLOYEE");
            HttpResponse<String> page = new Browser(portal.url(), "nl").open("/nowhere");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<html");
        }
    }
}
