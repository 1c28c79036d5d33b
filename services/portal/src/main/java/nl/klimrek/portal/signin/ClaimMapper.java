package nl.klimrek.portal.signin;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.text.MailAddress;
import nl.klimrek.servicekit.text.NameText;

/** Maps claims of the organisation's issuer to Klimrek's identity; claims that the settings do not name are ignored. */
final class ClaimMapper {
    /** As the people service takes it. */
    private static final int MAX_NAME_LENGTH = 200;

    private final SignInSettings settings;

    ClaimMapper(SignInSettings settings) {
        this.settings = settings;
    }

    /** The person whom the claims of a verified token describe; empty if they lead to no known organisation. */
    Optional<ForeignIdentity> identity(Map<String, Object> claims) {
        Optional<String> subject = text(claims, "sub");
        return subject.flatMap(sub -> organisation(claims)
                .map(organisation -> new ForeignIdentity(
                        organisation,
                        settings.issuer().toString(),
                        sub,
                        text(claims, settings.claims().employeeNumber()).orElse(null),
                        verifiedEmail(claims).orElse(null),
                        text(claims, settings.claims().name())
                                .filter(name -> name.length() <= MAX_NAME_LENGTH && NameText.isPlain(name))
                                .orElse(null),
                        roles(claims))));
    }

    /** The organisation of an HR system's token; empty when the settings do not list its subject. */
    Optional<Organisation> system(Map<String, Object> claims) {
        return text(claims, "sub").map(settings.systems()::get).map(Organisation::new);
    }

    private Optional<Organisation> organisation(Map<String, Object> claims) {
        if (!settings.organisation().isEmpty()) {
            return Optional.of(new Organisation(settings.organisation()));
        }
        List<Organisation> ours = texts(claims, settings.claims().organisation())
                .map(settings.organisations()::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(Organisation::new)
                .toList();
        return ours.size() == 1 ? Optional.of(ours.get(0)) : Optional.empty();
    }

    private Optional<String> verifiedEmail(Map<String, Object> claims) {
        boolean verified = settings.emailTrusted()
                || find(claims, settings.claims().emailVerified())
                        .map(String::valueOf)
                        .filter("true"::equals)
                        .isPresent();
        return verified ? text(claims, settings.claims().email()).filter(MailAddress::isPlain) : Optional.empty();
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        texts(claims, settings.claims().roles())
                .map(settings.roles()::get)
                .filter(Objects::nonNull)
                .forEach(roles::add);
        return roles;
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        List<String> values = texts(claims, name).distinct().toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Stream<String> texts(Map<String, Object> claims, String name) {
        Stream<?> values = find(claims, name)
                .map(value -> value instanceof Collection<?> many ? many.stream() : Stream.of(value))
                .orElseGet(Stream::empty);
        return values.filter(value -> value instanceof String || value instanceof Number)
                .map(String::valueOf)
                .filter(text -> !text.isBlank());
    }

    /** A claim by its whole name, which may hold dots, or else by its way through objects. */
    private static Optional<Object> find(Map<?, ?> claims, String name) {
        if (name.isEmpty() || claims.get(name) != null) {
            return Optional.ofNullable(claims.get(name));
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : Optional.empty();
    }
}
