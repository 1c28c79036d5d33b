package nl.klimrek.servicekit.security;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/**
 * Keeps what every request passes cheap: filter chains match its path by themselves, so its handler is looked up once, by the
 * one who calls it, and values of headers are checked without a regular expression.
 */
@Configuration(proxyBeanMethods = false)
public class RequestMatchingConfiguration {

    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    static BeanPostProcessor noLookupBeforeFilters(ApplicationContext context) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean.getClass() != HandlerMappingIntrospector.class) {
                    return bean;
                }
                HandlerMappingIntrospector introspector = new IntrospectorWithoutCache();
                introspector.setApplicationContext(context);
                return introspector;
            }
        };
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(HeaderValueCheck::isAllowed);
        return firewall;
    }

    /** Answers those who ask for a handler, and looks for none in advance. */
    private static final class IntrospectorWithoutCache extends HandlerMappingIntrospector {

        @Override
        public Filter createCacheFilter() {
            return (request, response, chain) -> chain.doFilter(request, response);
        }
    }
}
