package nl.klimrek.portal.platform;

/**
 * A pattern as JSON Schema means it: the dialect of ECMA-262, which has no flags inside a pattern, and found anywhere in a
 * text unless anchored, while the services match whole texts.
 */
final class EcmaPattern {
    private static final String DOT_MATCHES_ALL = "(?s)";
    private static final String ANYTHING = "[\\s\\S]";

    private EcmaPattern() {}

    static String of(String java) {
        boolean all = java.startsWith(DOT_MATCHES_ALL);
        String pattern = all ? withoutDots(java.substring(DOT_MATCHES_ALL.length())) : java;
        return pattern.startsWith("^") && pattern.endsWith("$") ? pattern : "^(?:" + pattern + ")$";
    }

    private static String withoutDots(String pattern) {
        StringBuilder written = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                written.append(c).append(pattern.charAt(++i));
            } else {
                inClass = c == '[' || inClass && c != ']';
                written.append(c == '.' && !inClass ? ANYTHING : String.valueOf(c));
            }
        }
        return written.toString();
    }
}
