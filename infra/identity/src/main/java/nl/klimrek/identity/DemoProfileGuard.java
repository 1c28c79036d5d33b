package nl.klimrek.identity;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops the start outside the demo profile, before any bean is created. */
final class DemoProfileGuard implements BeanFactoryPostProcessor, EnvironmentAware {

    @SuppressWarnings("NullAway.Init") // Spring sets it first.
    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new NotDemoProfileException();
        }
    }
}
