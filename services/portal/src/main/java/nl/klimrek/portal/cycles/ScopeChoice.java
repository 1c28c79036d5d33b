package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is, as a form sends it: {@code ORGANISATION}, or a scope and a target with a colon between.
 *
 * @param target null for the whole organisation
 */
record ScopeChoice(String scope, @Nullable String target) {
    private static final List<String> SCOPES = List.of("TEAM", "JOB_FAMILY", "PERSON");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9_:.@+-]{1,200}");
    private static final ScopeChoice EVERYBODY = new ScopeChoice("ORGANISATION", null);

    /** Null when it is none of these. */
    static @Nullable ScopeChoice read(String text) {
        if (text.equals("ORGANISATION")) {
            return EVERYBODY;
        }
        int colon = text.indexOf(':');
        if (colon < 0 || !SCOPES.contains(text.substring(0, colon)) || !isTarget(text.substring(colon + 1))) {
            return null;
        }
        return new ScopeChoice(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether the services can name a group by this. */
    static boolean isTarget(String text) {
        return TARGET.matcher(text).matches();
    }

    String value() {
        return target == null ? scope : scope + ":" + target;
    }

    ObjectNode into(ObjectNode body) {
        body.put("scope", scope);
        return target == null ? body : body.put("target", target);
    }
}
