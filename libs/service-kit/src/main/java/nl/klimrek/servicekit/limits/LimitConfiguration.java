package nl.klimrek.servicekit.limits;

import java.time.Duration;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.core.StandardServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the limits into every service's web server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitConfiguration {
    /** A body of which nothing arrives for this long is too slow, whatever its rate was. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final int NO_EVENTS = 0;

    private static final int AFTER_CORRELATION = Ordered.HIGHEST_PRECEDENCE + 11;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestLimits(
            LimitSettings settings, ObjectProvider<ProblemWriter> problems) {
        return server -> {
            server.setProtocol(ConnectionLimitProtocol.class.getName());
            server.addConnectorCustomizers(connector -> limit(connector, settings));
            server.addEngineValves(new RequestLimitValve(settings, problems::getObject));
            server.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(MinimalErrorValve.class.getName());
                // Tomcat looks every ten seconds for events that nothing here listens to.
                ((StandardServer) ((Engine) host.getParent()).getService().getServer())
                        .setPeriodicEventDelay(NO_EVENTS);
            });
        };
    }

    private static void limit(Connector connector, LimitSettings settings) {
        ConnectionLimitProtocol protocol = (ConnectionLimitProtocol) connector.getProtocolHandler();
        protocol.connectionsPerAddress(settings.connectionsPerAddress());
        protocol.setDisableUploadTimeout(false);
        protocol.setConnectionUploadTimeout(Math.toIntExact(SILENCE.toMillis()));
        // Who asks whether to send a body hears of a refusal first.
        protocol.setContinueResponseTiming("onRead");
    }

    @Bean
    BodyMemoryBudget bodyMemory(LimitSettings settings) {
        return new BodyMemoryBudget(settings.bufferedBytes());
    }

    @Bean
    FilterRegistrationBean<EarlyRefusalFilter> earlyRefusalFilter(ProblemWriter problems) {
        FilterRegistrationBean<EarlyRefusalFilter> filter =
                new FilterRegistrationBean<>(new EarlyRefusalFilter(problems));
        filter.setOrder(AFTER_CORRELATION);
        return filter;
    }
}
