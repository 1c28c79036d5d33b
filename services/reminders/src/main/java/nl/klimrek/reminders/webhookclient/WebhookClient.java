package nl.klimrek.reminders.webhookclient;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.klimrek.reminders.webhookclient.PublicAddresses.PrivateAddressException;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Posts a message to a webhook.
 *
 * <p>Guarantee: the connection goes to a public address or to an allowed host, no redirect is followed, at most {@value #MAX_READ}
 * bytes of the answer are read, and the call ends within the configured time, however slowly the other side answers.
 */
@Component
public class WebhookClient implements DisposableBean {

    /** Messages to one host at once. */
    public static final int MAX_PER_HOST = 2;

    /** Messages at once. */
    public static final int MAX_CONNECTIONS = 32;

    private static final int MAX_READ = 4_096;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final CloseableHttpClient http;
    private final Duration timeOut;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    WebhookClient(WebhookProperties properties) {
        this(properties, SystemDefaultDnsResolver.INSTANCE);
    }

    WebhookClient(WebhookProperties properties, DnsResolver names) {
        this.timeOut = properties.timeOut();
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(names, properties.internalHosts()))
                        .setMaxConnPerRoute(MAX_PER_HOST)
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                                .setSocketTimeout(Timeout.of(timeOut))
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeOut))
                        .setConnectionRequestTimeout(Timeout.of(timeOut))
                        .build())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .setUserAgent("Klimrek-Webhooks/1")
                .build();
    }

    /** Posts a message, and returns when that ended. */
    public WebhookAnswer post(URI url, String body, Map<String, String> headers) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.abort();
                },
                timeOut.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return WebhookAnswer.of(status(request));
        } catch (PrivateAddressException notPublic) {
            return WebhookAnswer.without(DeliveryOutcome.PRIVATE_ADDRESS);
        } catch (SocketTimeoutException slow) {
            return WebhookAnswer.without(DeliveryOutcome.TIMED_OUT);
        } catch (IOException failed) {
            return WebhookAnswer.without(late.get() ? DeliveryOutcome.TIMED_OUT : DeliveryOutcome.UNREACHABLE);
        } finally {
            deadline.cancel(false);
        }
    }

    /** Reads a little of the body, so that an honest connection can be used again. A longer one ends the connection. */
    private int status(HttpPost request) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        HttpEntity body = response.getEntity();
        if (body != null && body.getContent().readNBytes(MAX_READ).length == MAX_READ) {
            request.abort();
        } else {
            response.close();
        }
        return response.getCode();
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
