package nl.klimrek.servicekit.command;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Versions as strong entity tags (RFC 9110 §8.8.3): version 3 is {@code "3"}, quotes included. */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** 200 with the body and the tag of the version it shows. */
    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /** 200 with what was made of a command's outcome and the tag of its version. */
    public static <T> ResponseEntity<T> ok(T body, Versioned<?> outcome) {
        return ok(body, outcome.version());
    }

    /** The version an {@code If-Match} header asks for; empty without one or with {@code *}. Anything else is 400. */
    static OptionalLong parse(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || "*".equals(ifMatch.strip())) {
            return OptionalLong.empty();
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "if-match-invalid");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
}
