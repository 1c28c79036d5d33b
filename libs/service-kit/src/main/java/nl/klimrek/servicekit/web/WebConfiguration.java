package nl.klimrek.servicekit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import nl.klimrek.servicekit.command.HttpSettings;
import nl.klimrek.servicekit.command.IdempotencyKeyInterceptor;
import nl.klimrek.servicekit.command.MessageContextArgumentResolver;
import nl.klimrek.servicekit.command.RequestBodyFilter;
import nl.klimrek.servicekit.json.StrictJsonConverter;
import nl.klimrek.servicekit.limits.BodyMemoryBudget;
import nl.klimrek.servicekit.problem.FailureExceptionHandler;
import nl.klimrek.servicekit.problem.FieldProblemMapper;
import nl.klimrek.servicekit.problem.ProblemFactory;
import nl.klimrek.servicekit.problem.ProblemWriter;
import nl.klimrek.servicekit.problem.RefusalExceptionHandler;
import nl.klimrek.servicekit.problem.RequestExceptionHandler;
import nl.klimrek.servicekit.security.CallerArgumentResolver;
import nl.klimrek.servicekit.security.PublicPath;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Requests in, problems out: filters, arguments of controllers, strict JSON and the reader's language. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
@Import({RefusalExceptionHandler.class, RequestExceptionHandler.class, FailureExceptionHandler.class})
public class WebConfiguration implements WebMvcConfigurer {
    /** After Spring Security's filter: no body is read before the token is verified. */
    private static final int AFTER_SECURITY = 0;

    private final ObjectProvider<PublicPath> open;

    WebConfiguration(ObjectProvider<PublicPath> open) {
        this.open = open;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
        resolvers.add(new MessageContextArgumentResolver());
        resolvers.add(new ListRequestArgumentResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PathIdInterceptor()).addPathPatterns("/api/**");
        // Senders to an open path follow a standard that knows no such key; the step may be repeated.
        registry.addInterceptor(new IdempotencyKeyInterceptor())
                .addPathPatterns("/api/**")
                .excludePathPatterns(
                        open.stream().map(PublicPath::pattern).distinct().toList());
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
    ValidationConfigurationCustomizer typedTextIsNotBlank() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                ConstraintMapping mapping = hibernate.createConstraintMapping();
                mapping.constraintDefinition(NotBlank.class)
                        .includeExistingValidators(false)
                        .validatedBy(TypedTextNotBlankValidator.class);
                hibernate.addMapping(mapping);
            }
        };
    }

    @Bean
    ProblemFactory problems(MessageSource messages, LocaleResolver locales) {
        return new ProblemFactory(messages, locales);
    }

    @Bean
    FieldProblemMapper fieldProblems(ProblemFactory problems) {
        return new FieldProblemMapper(problems);
    }

    @Bean
    ProblemWriter problemWriter(ProblemFactory problems, ObjectMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemFactory problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    @ConditionalOnMissingBean
    StrictJsonConverter requestJson(ObjectMapper json) {
        return new StrictJsonConverter(json);
    }

    @Bean
    FilterRegistrationBean<RequestBodyFilter> bodyFilter(
            HttpSettings settings, BodyMemoryBudget memory, ProblemWriter problems) {
        FilterRegistrationBean<RequestBodyFilter> filter =
                new FilterRegistrationBean<>(new RequestBodyFilter(settings, memory, problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
