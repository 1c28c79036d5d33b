package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** What a request passes before its handler is called. */
class HandlerLookupIT {

    @RegisterExtension
    static final SampleUnderTest sample = new SampleUnderTest();

    @Test
    void no_handler_is_looked_up_before_the_security_filters() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/samples/me");
        List<String> known = new ArrayList<>();
        sample.bean(HandlerMappingIntrospector.class)
                .createCacheFilter()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (seen, response) -> known.addAll(Collections.list(seen.getAttributeNames())));
        assertThat(known).noneMatch(name -> name.startsWith(HandlerMappingIntrospector.class.getName()));
    }

    @Test
    void a_path_is_guarded_however_it_is_written() {
        for (String path : List.of(
                "/api/samples/me",
                "/api/samples/./me",
                "/api//samples/me",
                "/api/samples/me;a=b",
                "/api/%73amples/me")) {
            assertThat(sample.answer(sample.request(path)).status()).as(path).isIn(400, 401);
        }
    }
}
