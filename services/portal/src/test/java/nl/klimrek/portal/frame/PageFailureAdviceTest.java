package nl.klimrek.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

class PageFailureAdviceTest {

    @Test
    void a_form_that_cannot_be_read_and_one_that_is_too_large_are_faults_of_the_request() {
        assertThat(page(new MultipartException("no boundary")).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(page(new MaxUploadSizeExceededException(1)).getStatus()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(page(new MaxUploadSizeExceededException(1)).getModel().get("title"))
                .isInstanceOf(String.class)
                .isNotEqualTo("");
    }

    private static ModelAndView page(MultipartException refused) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("klimrek-problems");
        messages.setDefaultEncoding("UTF-8");
        return new PageFailureAdvice(messages)
                .formRefused(refused, new MockHttpServletRequest("POST", "/hr/imports"), Locale.forLanguageTag("nl"));
    }
}
