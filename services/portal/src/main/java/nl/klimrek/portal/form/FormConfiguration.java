package nl.klimrek.portal.form;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** PageForms as arguments of controllers, and the clock that forgets old drafts. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FormConfiguration implements WebMvcConfigurer {
    private final FormPostResolver posts;

    FormConfiguration(FormPostResolver posts) {
        this.posts = posts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(posts);
    }
}
