package nl.klimrek.portal.gateway;

import java.util.List;

/** The headers that the gateway forwards; it drops every other one. */
final class ForwardedHeaders {
    /** Request headers. Correlation id and trace are missing: the portal sets them itself. */
    static final List<String> REQUEST = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match");

    /** Response headers. */
    static final List<String> RESPONSE = List.of(
            "Content-Type",
            "Content-Disposition",
            "Content-Language",
            "Content-Security-Policy",
            "ETag",
            "Retry-After",
            "Cache-Control",
            "WWW-Authenticate",
            "Allow",
            "Link");

    private ForwardedHeaders() {}
}
