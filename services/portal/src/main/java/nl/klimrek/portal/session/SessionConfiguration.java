package nl.klimrek.portal.session;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.mongo.AbstractMongoSessionConverter;
import org.springframework.session.data.mongo.JdkMongoSessionConverter;
import org.springframework.session.data.mongo.MongoIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Sessions in the portal's store, so that a restart or another instance keeps people signed in. A session that this
 * version cannot read counts as empty; its owner signs in again.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
public class SessionConfiguration {
    static final String COLLECTION = "sessions";
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    @Bean
    static AbstractMongoSessionConverter sessionConverter(ServerProperties server) {
        return new JdkMongoSessionConverter(
                new SerializingConverter(),
                new SessionConverter(SessionConfiguration.class.getClassLoader()),
                server.getServlet().getSession().getTimeout());
    }

    @Bean
    static ConcurrentSessionRepository sessionRepository(
            MongoOperations store,
            AbstractMongoSessionConverter converter,
            ServerProperties server,
            ApplicationEventPublisher events) {
        MongoIndexedSessionRepository sessions = new MongoIndexedSessionRepository(store);
        sessions.setCollectionName(COLLECTION);
        sessions.setMongoSessionConverter(converter);
        sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
        sessions.setApplicationEventPublisher(events);
        sessions.afterPropertiesSet();
        return new ConcurrentSessionRepository(sessions, converter, store, COLLECTION);
    }

    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    static FlashMapManager sessionMessages() {
        return new SessionMessages();
    }

    @Bean
    static CookieSerializer sessionCookie(PortalSettings portal) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookie(portal));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(isHttps(portal));
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Behind https a browser keeps the cookie to this very host. */
    public static String cookie(PortalSettings portal) {
        return isHttps(portal) ? "__Host-PORTALSESSION" : "PORTALSESSION";
    }

    private static boolean isHttps(PortalSettings portal) {
        return "https".equals(portal.url().getScheme());
    }

    private static final class SessionConverter implements Converter<byte[], Object> {
        private final DeserializingConverter converter;

        private SessionConverter(ClassLoader classes) {
            this.converter = new DeserializingConverter(classes);
        }

        @Override
        public Object convert(byte[] session) {
            try {
                return converter.convert(session);
            } catch (SerializationFailedException ofAnotherVersion) {
                LOG.info("A session of another version was not readable; its owner signs in again");
                Map<String, Object> empty = new HashMap<>();
                return empty;
            }
        }
    }
}
