package nl.klimrek.people.person;

/** The organisation chart as it is now, as far as a person's own decision needs it. */
@FunctionalInterface
public interface Chart {

    /**
     * To whom somebody would report.
     *
     * @param person person id of who reports
     * @param source HR system in which the number counts
     * @param managerNumber number the HR system names as the manager's; null when it names none
     */
    ReportingLine managerOf(String person, String source, String managerNumber);
}
