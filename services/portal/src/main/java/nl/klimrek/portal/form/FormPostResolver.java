package nl.klimrek.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.reader.ViewerResolver;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves the {@link FormPost} of a request as a controller argument. */
@Component
final class FormPostResolver implements HandlerMethodArgumentResolver {
    private final ViewerResolver viewers;
    private final ReaderFactory readers;

    FormPostResolver(ViewerResolver viewers, ReaderFactory readers) {
        this.viewers = viewers;
        this.readers = readers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == FormPost.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Viewer viewer = viewers.of(request);
        return of(
                viewer,
                request.getNativeRequest(HttpServletRequest.class).getParameterMap(),
                readers.of(viewer).zone());
    }

    private static FormPost of(Viewer viewer, Map<String, String[]> sent, java.time.ZoneId zone) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        sent.forEach((name, values) -> fields.put(name, List.of(values)));
        return new FormPost(
                viewer,
                first(fields, FormPost.FORM),
                first(fields, FormPost.AT),
                first(fields, FormPost.KEY),
                first(fields, FormPost.ETAG),
                fields,
                zone);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
