package nl.klimrek.portal.gateway;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a {@code Cookie} header (RFC 6265 §4.2). */
final class CookieHeader {
    private CookieHeader() {}

    /** The header without the cookies whose names start with one of these prefixes; empty when none is left. */
    static Optional<String> without(String header, String... prefixes) {
        if (header == null) {
            return Optional.empty();
        }
        String kept = Arrays.stream(header.split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && Arrays.stream(prefixes).noneMatch(cookie::startsWith))
                .collect(Collectors.joining("; "));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
