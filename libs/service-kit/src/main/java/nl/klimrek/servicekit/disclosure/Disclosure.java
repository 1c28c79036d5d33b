package nl.klimrek.servicekit.disclosure;

/**
 * One look at personal content of another; never changed afterwards.
 *
 * @param viewer person id of the one who looked
 * @param person person id of the one whose content it was
 * @param content code of the kind of content
 * @param allowedBecause code of the right
 */
record Disclosure(String viewer, String person, String content, String allowedBecause) {}
