package nl.klimrek.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class HeaderValueCheckTest {

    @Test
    void each_character_is_let_through_or_refused_as_by_spring_security() {
        StrictHttpFirewall standard = new StrictHttpFirewall();
        IntStream.rangeClosed(0, 0x24ff).forEach(point -> {
            String value = "before " + Character.toString(point) + " after";
            assertThat(HeaderValueCheck.isAllowed(value)).as("U+%04x", point).isEqualTo(passes(standard, value));
        });
    }

    @Test
    void a_header_with_a_control_character_is_refused_by_the_firewall() {
        var firewall = new RequestMatchingConfiguration().firewall();
        assertThatThrownBy(() -> header(firewall, "line\u0000break")).isInstanceOf(RequestRejectedException.class);
        assertThatCode(() -> header(firewall, "Bearer abc.def-~")).doesNotThrowAnyException();
    }

    private static boolean passes(StrictHttpFirewall firewall, String value) {
        try {
            header(firewall, value);
            return true;
        } catch (RequestRejectedException refused) {
            return false;
        }
    }

    private static void header(org.springframework.security.web.firewall.HttpFirewall firewall, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/people");
        request.setServletPath("/api/people");
        request.addHeader("X-Any", value);
        firewall.getFirewalledRequest(request).getHeader("X-Any");
    }
}
