package nl.klimrek.portal.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param language {@code nl} or {@code en}
 * @param name     of who is logged in; may be empty
 * @param places   where they can go
 */
public record Frame(String language, String name, List<Place> places) {

    /**
     * A place in the navigation.
     *
     * @param path where
     * @param key  message that names it
     * @param here whether the reader is there
     */
    public record Place(String path, String key, boolean here) {
    }

    /** The frame for a reader at a path; employees, managers and HR each have a page. */
    public static Frame of(Viewer viewer, String at) {
        List<Place> places = new ArrayList<>();
        if (viewer.is("EMPLOYEE") || viewer.is("COACH")) {
            places.add(place("/me", at));
        }
        if (viewer.is("MANAGER")) {
            places.add(place("/team", at));
        }
        if (viewer.is("HR") || viewer.is("AUDITOR")) {
            places.add(place("/hr", at));
        }
        return new Frame("nl".equals(viewer.language().getLanguage()) ? "nl" : "en", viewer.name(), List.copyOf(places));
    }

    /** A command key for one form on the page. */
    public String key() {
        return FormKey.fresh();
    }

    private static Place place(String path, String at) {
        return new Place(path, "nav." + path.substring(1), path.equals(at) || at.startsWith(path + "/"));
    }
}
