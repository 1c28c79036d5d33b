package nl.klimrek.eventing.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.kafka.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Settings of every Kafka client of a service, from {@code spring.kafka.*}: security, SASL and SSL, with Spring Boot's SSL
 * bundles ({@code spring.kafka.ssl.bundle}). No client creates topics.
 */
public final class KafkaClientSettings {

    private final KafkaProperties properties;

    private final @Nullable SslBundles bundles;

    /** @param bundles null where Spring Boot has none; a named bundle is then an error */
    public KafkaClientSettings(KafkaProperties properties, @Nullable SslBundles bundles) {
        this.properties = properties;
        this.bundles = bundles;
        if (bundles == null && properties.getSsl().getBundle() != null) {
            throw new IllegalStateException("spring.kafka.ssl.bundle is set, but there are no SSL bundles");
        }
    }

    /** Settings of a consumer. */
    public Map<String, Object> consumer() {
        Map<String, Object> settings = withBundle(properties.buildConsumerProperties(bundles));
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** Settings of a producer. */
    public Map<String, Object> producer() {
        return withBundle(properties.buildProducerProperties(bundles));
    }

    /** Settings of an admin client. */
    public Map<String, Object> admin() {
        return withBundle(properties.buildAdminProperties(bundles));
    }

    /** {@link KafkaProperties} ignores a bundle; only Spring Boot's own Kafka auto-configuration applies it, which services lack. */
    private Map<String, Object> withBundle(Map<String, Object> built) {
        Map<String, Object> settings = new HashMap<>(built);
        String bundle = properties.getSsl().getBundle();
        if (bundles != null && bundle != null && !bundle.isBlank()) {
            settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class.getName());
            settings.put(SslBundle.class.getName(), bundles.getBundle(bundle));
        }
        return settings;
    }
}
