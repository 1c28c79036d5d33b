package nl.klimrek.portal.security;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.data.mongo.AbstractMongoSessionConverter;
import org.springframework.session.data.mongo.JdkMongoSessionConverter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions in the portal's store, so that a restart or another instance keeps people signed in. A session that this
 * version cannot read counts as empty; its owner signs in again.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    @Bean
    static AbstractMongoSessionConverter sessionConverter(ServerProperties server) {
        return new JdkMongoSessionConverter(
                new SerializingConverter(),
                new SessionConverter(SessionConfiguration.class.getClassLoader()),
                server.getServlet().getSession().getTimeout());
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
    static String cookie(PortalSettings portal) {
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
