package nl.klimrek.servicekit.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** The edge refuses a request before any rule of the domain sees it. Answered as a problem with this status and code. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> details;

    public RequestRefusedException(HttpStatus status, String code) {
        this(status, code, Map.of());
    }

    /** @param details codes and figures for the reader; never words that a person typed */
    public RequestRefusedException(HttpStatus status, String code, Map<String, Object> details) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
