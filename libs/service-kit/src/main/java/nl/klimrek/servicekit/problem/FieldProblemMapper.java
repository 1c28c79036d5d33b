package nl.klimrek.servicekit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.klimrek.servicekit.json.UnreadableBodyException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Turns what the frameworks found wrong into field problems, without repeating the value that was sent. */
public final class FieldProblemMapper {
    private final ProblemFactory problems;

    public FieldProblemMapper(ProblemFactory problems) {
        this.problems = problems;
    }

    List<FieldProblem> of(BindingResult result) {
        return result.getAllErrors().stream()
                .map(FieldProblemMapper::of)
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    List<FieldProblem> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> of(result, error)))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    List<FieldProblem> of(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof UnreadableBodyException body) {
            return body.wrong().stream()
                    .map(wrong -> problems.field(wrong.field(), wrong.code(), request))
                    .toList();
        }
        return unreadable.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? List.of(problems.field(UnreadableBodyException.path(mapping.getPath()), "not-allowed", request))
                : List.of();
    }

    private static FieldProblem of(ObjectError error) {
        String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
        return new FieldProblem(field, kebab(error.getCode()), error.getDefaultMessage());
    }

    private static FieldProblem of(ParameterValidationResult result, MessageSourceResolvable error) {
        if (result instanceof ParameterErrors && error instanceof ObjectError inside) {
            return of(inside);
        }
        String[] codes = error.getCodes();
        String code = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
        return new FieldProblem(result.getMethodParameter().getParameterName(), kebab(code), error.getDefaultMessage());
    }

    private static String kebab(String constraint) {
        return constraint == null
                ? "invalid"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
