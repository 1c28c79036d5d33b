package nl.klimrek.portal.frame;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.klimrek.portal.reader.ViewerResolver;
import nl.klimrek.portal.services.ServerTimingInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The page's language: the one chosen by a link and kept in a cookie, else the browser's. */
@Configuration(proxyBeanMethods = false)
class PageWebConfiguration implements WebMvcConfigurer {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));
    private final ViewerResolver viewers;

    PageWebConfiguration(ViewerResolver viewers) {
        this.viewers = viewers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
    }

    @Bean
    static LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(SPOKEN);
        asked.setDefaultLocale(Locale.ENGLISH);
        CookieLocaleResolver chosen = new CookieLocaleResolver("PORTALLANGUAGE");
        chosen.setCookiePath("/");
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setRejectInvalidCookies(false);
        chosen.setDefaultLocaleFunction(asked::resolveLocale);
        return chosen;
    }

    /** Not where another server's forms pass through: reading a parameter here would use up their body. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        change.setHttpMethods("GET");
        registry.addInterceptor(new ServerTimingInterceptor())
                .excludePathPatterns("/identity/**", "/mail/**", "/mail", "/api/**", "/assets/**");
        registry.addInterceptor(change)
                .excludePathPatterns("/identity/**", "/mail/**", "/mail", "/api/**", "/assets/**");
    }
}
