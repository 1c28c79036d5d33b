package nl.klimrek.contracts.people;

/** Which fact about a person changed. */
public enum PersonField {
    TEAM,
    MANAGER,
    JOB,
    CONTRACT,
    HOURS,
    WORKING_DAYS,
    LANGUAGE,
    TIME_ZONE,
    START_DATE,
    END_DATE,
    ABSENCE,
    RETURNED
}
