package nl.klimrek.portal.gateway;

import java.util.List;

/** The headers that go through the gateway; every other one stays on its own side. */
final class ForwardedHeaders {
    /** Of requests. Correlation id and trace are not among them: the portal sets them, also where the client sent none. */
    static final List<String> IN = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match");

    /** Of answers. */
    static final List<String> OUT = List.of(
            "Content-Type",
            "Content-Disposition",
            "Content-Language",
            "ETag",
            "Retry-After",
            "Cache-Control",
            "WWW-Authenticate",
            "Allow",
            "Link");

    private ForwardedHeaders() {}
}
