package nl.klimrek.servicekit.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers with a problem from where no controller is reached: filters and the security chain. */
public final class ProblemWriter {
    private final ProblemFactory problems;
    private final ObjectMapper json;

    public ProblemWriter(ProblemFactory problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            Map<String, Object> details)
            throws IOException {
        byte[] body = json.writeValueAsBytes(problems.of(status, code, details, request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
