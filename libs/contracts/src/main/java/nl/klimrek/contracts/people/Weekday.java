package nl.klimrek.contracts.people;

/** A day of the working week, as HR systems send it. */
public enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
}
