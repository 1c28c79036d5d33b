package nl.klimrek.servicekit.web;

import java.util.Map;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link ListRequest} from the query. */
public final class ListRequestArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListRequest.class;
    }

    @Override
    public ListRequest resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        String after = request.getParameter("after");
        return new ListRequest(after == null || after.isEmpty() ? null : after, limit(request.getParameter("limit")));
    }

    private static int limit(@Nullable String sent) {
        if (sent == null || sent.isEmpty()) {
            return ListRequest.DEFAULT_LIMIT;
        }
        boolean whole = sent.length() <= 3 && sent.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int limit = whole ? Integer.parseInt(sent) : 0;
        if (limit < 1 || limit > ListRequest.MOST) {
            throw new RequestRefusedException(
                    HttpStatus.BAD_REQUEST, "limit-invalid", Map.of("most", ListRequest.MOST));
        }
        return limit;
    }
}
