package nl.klimrek.servicekit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import nl.klimrek.servicekit.command.BodyFilter;
import nl.klimrek.servicekit.command.CauseArgument;
import nl.klimrek.servicekit.command.HttpSettings;
import nl.klimrek.servicekit.command.IdempotencyKey;
import nl.klimrek.servicekit.limits.BodyMemory;
import nl.klimrek.servicekit.problem.FailureProblems;
import nl.klimrek.servicekit.problem.FieldProblems;
import nl.klimrek.servicekit.problem.ProblemWriter;
import nl.klimrek.servicekit.problem.Problems;
import nl.klimrek.servicekit.problem.RefusalProblems;
import nl.klimrek.servicekit.problem.RequestProblems;
import nl.klimrek.servicekit.security.CallerArgument;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Requests in, problems out: filters, arguments of controllers, strict JSON and the reader's language. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
@Import({RefusalProblems.class, RequestProblems.class, FailureProblems.class})
public class WebConfiguration implements WebMvcConfigurer {
    /** After Spring Security's filter: nobody's body is read before the token is verified. */
    private static final int AFTER_SECURITY = 0;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
        resolvers.add(new CauseArgument());
        resolvers.add(new ListRequestArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PathIds()).addPathPatterns("/api/**");
        registry.addInterceptor(new IdempotencyKey()).addPathPatterns("/api/**");
    }

    /** Dutch for who asks for it, English for everybody else. */
    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();
        locales.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("nl")));
        locales.setDefaultLocale(Locale.ENGLISH);
        return locales;
    }

    @Bean
    Problems problems(MessageSource messages, LocaleResolver locales) {
        return new Problems(messages, locales);
    }

    @Bean
    FieldProblems fieldProblems(Problems problems) {
        return new FieldProblems(problems);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, ObjectMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestJson requestJson(ObjectMapper json) {
        return new RequestJson(json);
    }

    @Bean
    FilterRegistrationBean<Correlation> correlationFilter() {
        FilterRegistrationBean<Correlation> filter = new FilterRegistrationBean<>(new Correlation());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(HttpSettings settings, BodyMemory memory, ProblemWriter problems) {
        FilterRegistrationBean<BodyFilter> filter =
                new FilterRegistrationBean<>(new BodyFilter(settings, memory, problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
