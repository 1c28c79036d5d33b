package nl.klimrek.identity;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops the start before anything is made or listens, whichever way the issuer is started, outside the demo. */
final class DemoProfileOnly implements BeanFactoryPostProcessor, EnvironmentAware {

    static final String REFUSAL = "Klimrek's own identity service is for demos and tests, with passwords in a file "
            + "and a client that may act for anyone. It starts only with the Spring profile 'demo'; "
            + "elsewhere, point the services at your organisation's own OpenID Connect issuer.";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(REFUSAL);
        }
    }
}
