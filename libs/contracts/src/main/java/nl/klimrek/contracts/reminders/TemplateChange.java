package nl.klimrek.contracts.reminders;

/** What changed about an organisation's own template. */
public enum TemplateChange {
    /** HR saved words of their own, which are in use from now on. */
    SAVED,
    /** HR saved words that are compared with those in use: each is sent to half of the people. */
    COMPARED,
    /** HR ended a comparison; one of the two stays in use. */
    CHOSEN,
    /** HR went back to the built-in words. */
    RESET
}
