package nl.klimrek.portal.frame;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places of the navigation, in their order, and for which roles each is. */
enum NavigationItem {
    ME("/me", Set.of("EMPLOYEE", "MANAGER", "HR", "COACH", "AUDITOR")),
    CONVERSATIONS("/conversations", Set.of("EMPLOYEE", "MANAGER", "COACH"), "/coaches"),
    PLAN("/plan", Set.of("EMPLOYEE")),
    BUDGETS("/budgets", Set.of("EMPLOYEE")),
    TEAM("/team", Set.of("MANAGER")),
    COACH("/coach", Set.of("COACH"), "/coaches/profile"),
    GUEST("/guest", Set.of("EXTERNAL_COACH"), "/conversations"),
    HR("/hr", Set.of("HR")),
    JOURNAL("/journal", Set.of("EMPLOYEE", "MANAGER", "HR", "AUDITOR"));

    private final String path;
    private final Set<String> roles;
    private final List<String> holds;

    /** @param also beginnings of other pages that belong to the place */
    NavigationItem(String path, Set<String> roles, String... also) {
        this.path = path;
        this.roles = roles;
        this.holds = Stream.concat(Stream.of(path), Stream.of(also)).toList();
    }

    String path() {
        return path;
    }

    /** Message that names the place; its icon has the same name. */
    String key() {
        return "nav." + path.substring(1);
    }

    boolean isFor(Set<String> held) {
        return roles.stream().anyMatch(held::contains);
    }

    /** How closely a page belongs to this place: the length of the beginning that they share; 0 when it does not. */
    int closeness(String at) {
        return holds.stream()
                .filter(start -> at.equals(start) || at.startsWith(start + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
