package nl.klimrek.eventing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.kafka.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

class KafkaClientSettingsTest {

    private final KafkaProperties properties = new KafkaProperties();

    @Test
    void every_client_uses_the_named_ssl_bundle() {
        SslBundle bundle = SslBundle.of(SslStoreBundle.NONE);
        properties.getSsl().setBundle("kafka");
        KafkaClientSettings settings =
                new KafkaClientSettings(properties, new DefaultSslBundleRegistry("kafka", bundle));
        for (Map<String, Object> client : List.of(settings.consumer(), settings.producer(), settings.admin())) {
            assertThat(client)
                    .containsEntry("ssl.engine.factory.class", SslBundleSslEngineFactory.class.getName())
                    .containsValue(bundle);
        }
    }

    @Test
    void a_bundle_that_nobody_can_resolve_is_refused() {
        properties.getSsl().setBundle("kafka");
        assertThatThrownBy(() -> new KafkaClientSettings(properties, null)).hasMessageContaining("ssl.bundle");
        KafkaClientSettings settings = new KafkaClientSettings(properties, new DefaultSslBundleRegistry());
        assertThatThrownBy(settings::admin).hasMessageContaining("kafka");
    }

    @Test
    void every_client_gets_security_protocol_and_login() {
        properties.getSecurity().setProtocol("SASL_SSL");
        properties.getProperties().putAll(Map.of("sasl.mechanism", "SCRAM-SHA-512", "sasl.jaas.config", "login"));
        KafkaClientSettings settings = new KafkaClientSettings(properties, null);
        for (Map<String, Object> client : List.of(settings.consumer(), settings.producer(), settings.admin())) {
            assertThat(client)
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                    .containsEntry("sasl.jaas.config", "login");
        }
    }

    @Test
    void no_consumer_creates_topics() {
        assertThat(new KafkaClientSettings(properties, null).consumer())
                .containsEntry("allow.auto.create.topics", false);
    }
}
