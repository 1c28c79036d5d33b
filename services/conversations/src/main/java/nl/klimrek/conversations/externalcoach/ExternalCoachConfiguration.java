package nl.klimrek.conversations.externalcoach;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where accounts of external coaches are kept, how their tokens are read, and what these tokens reach. */
@Configuration(proxyBeanMethods = false)
class ExternalCoachConfiguration implements WebMvcConfigurer {

    @Bean
    AggregateStore<ExternalCoach> externalCoachStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "external_coaches",
                ExternalCoach.class,
                account -> account.invitation().employee(),
                ExternalCoach::dueAt));
    }

    @Bean
    static BeanPostProcessor externalTokens(
            ObjectProvider<ExternalCoachRegister> accounts, ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder issuer
                        ? new ExternalTokenDecoder(issuer, accounts::getObject, clock::getObject)
                        : bean;
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ExternalCoachOperations()).addPathPatterns("/api/**");
    }
}
