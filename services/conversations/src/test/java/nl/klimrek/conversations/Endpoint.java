package nl.klimrek.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** One way into the service. All of them are what the running service itself answers to, so that a new one is not forgotten. */
record Endpoint(RequestMethod method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    /** What is asked where something must be, or where asking for it could open more. */
    private static final Map<String, String> ASKED = Map.of("person", "emma", "manager", "mark", "all", "true");

    static List<Endpoint> all() {
        return ConversationsUnderTest.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> one.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method, pattern, one.getValue()))))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    static List<Endpoint> reading() {
        return all().stream().filter(one -> one.method == RequestMethod.GET).toList();
    }

    /** Those that change something of what is named in the path. */
    static List<Endpoint> changing() {
        return all().stream()
                .filter(one -> one.method != RequestMethod.GET && one.pattern.contains("{"))
                .toList();
    }

    /** Every path in which each variable is one of these ids, with the parameters that are asked for. */
    List<String> paths(Collection<String> ids) {
        List<String> paths = new ArrayList<>(List.of(pattern.substring("/api".length())));
        for (Matcher variable = VARIABLE.matcher(pattern); variable.find(); ) {
            String name = variable.group();
            paths = paths.stream()
                    .flatMap(path -> ids.stream().map(id -> path.replace(name, id)))
                    .toList();
        }
        return paths.stream().map(this::asked).toList();
    }

    HttpAnswer send(TestClient by, String path) {
        return switch (method) {
            case GET -> by.get(path);
            case POST -> body().isPresent() ? by.post(path, OpenApi.example(this)) : by.post(path);
            case PUT -> by.put(path, OpenApi.example(this));
            case DELETE -> by.delete(path);
            default -> throw new IllegalStateException("nobody sends " + this);
        };
    }

    /** What is read from the body, where something is. */
    Optional<Class<?>> body() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(one -> one.getParameterType())
                .findFirst();
    }

    private String asked(String path) {
        UriComponentsBuilder whole = UriComponentsBuilder.fromPath(path);
        Stream.of(handler.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestParam.class))
                .forEach(one -> {
                    RequestParam asked = one.getParameterAnnotation(RequestParam.class);
                    String name = one.getParameter().getName();
                    if (ASKED.containsKey(name)) {
                        whole.queryParam(name, ASKED.get(name));
                    } else if (asked.required() && ValueConstants.DEFAULT_NONE.equals(asked.defaultValue())) {
                        throw new IllegalStateException("nothing to ask for as " + name + " of " + this);
                    }
                });
        return whole.toUriString();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
