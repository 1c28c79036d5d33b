package nl.klimrek.portal.frame;

import java.util.Set;
import nl.klimrek.portal.reader.Viewer;

/** The places of the navigation, in their order, and for which roles each is. */
enum NavigationItem {
    ME("/me", Set.of("EMPLOYEE", "MANAGER", "HR", "COACH", "AUDITOR")),
    CONVERSATIONS("/conversations", Set.of("EMPLOYEE", "MANAGER", "COACH")),
    PLAN("/plan", Set.of("EMPLOYEE")),
    BUDGETS("/budgets", Set.of("EMPLOYEE")),
    TEAM("/team", Set.of("MANAGER")),
    COACH("/coach", Set.of("COACH")),
    HR("/hr", Set.of("HR")),
    JOURNAL("/journal", Set.of("EMPLOYEE", "MANAGER", "HR", "AUDITOR"));

    private final String path;
    private final Set<String> roles;

    NavigationItem(String path, Set<String> roles) {
        this.path = path;
        this.roles = roles;
    }

    String path() {
        return path;
    }

    /** Message that names the place; its icon has the same name. */
    String key() {
        return "nav." + path.substring(1);
    }

    boolean isFor(Viewer viewer) {
        return roles.stream().anyMatch(viewer::is);
    }

    boolean holds(String at) {
        return at.equals(path) || at.startsWith(path + "/");
    }
}
