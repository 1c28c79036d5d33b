package nl.klimrek.portal.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends a request on the caller's own thread, over connections that it keeps. {@link java.net.http.HttpClient} passes each
 * request and each response through two other threads, which on a small machine costs more than the request.
 *
 * <p>Guarantee: a request goes out once. It follows no redirect, keeps no cookie and changes no body.
 */
final class BlockingHttpClient implements AutoCloseable {
    /** More than all bulkheads of a server allow at once. */
    private static final int MAX_PER_SERVER = 256;

    private static final int MAX_CONNECTIONS = 2_048;

    private final CloseableHttpClient http;

    BlockingHttpClient(Duration connectTimeout) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(MAX_PER_SERVER)
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connectTimeout))
                                .build())
                        .build())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .build();
    }

    /** Whether the body of this request is in memory. */
    static boolean canSend(HttpRequest request) {
        return request.bodyPublisher()
                .filter(body -> !(body instanceof BufferedBody) && body.contentLength() != 0)
                .isEmpty();
    }

    /**
     * Returns the response when its headers are there; closing its body releases the connection.
     *
     * @throws HttpTimeoutException when the server is silent for as long as the request's time-out
     */
    HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().map().forEach((name, values) -> values.forEach(value -> sent.addHeader(name, value)));
        RequestConfig.Builder config = RequestConfig.custom().setProtocolUpgradeEnabled(false);
        request.timeout().ifPresent(time -> config.setResponseTimeout(Timeout.of(time)));
        sent.setConfig(config.build());
        byte[] body = bytes(request);
        if (body.length > 0) {
            sent.setEntity(new ByteArrayEntity(body, null));
        }
        try {
            return response(request, http.executeOpen(null, sent, null));
        } catch (ConnectTimeoutException unreachable) {
            throw withCause(new HttpConnectTimeoutException(unreachable.getMessage()), unreachable);
        } catch (SocketTimeoutException silent) {
            throw withCause(new HttpTimeoutException(silent.getMessage()), silent);
        }
    }

    private static byte[] bytes(HttpRequest request) {
        BodyPublisher body = request.bodyPublisher().orElse(null);
        return body instanceof BufferedBody buffered ? buffered.bytes() : new byte[0];
    }

    private static HttpResponse<InputStream> response(HttpRequest request, ClassicHttpResponse received)
            throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : received.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        HttpEntity entity = received.getEntity();
        InputStream body;
        if (entity == null) {
            received.close();
            body = new ByteArrayInputStream(new byte[0]);
        } else {
            body = entity.getContent();
        }
        return new ReceivedResponse(request, received.getCode(), HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private static <E extends Exception> E withCause(E failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
