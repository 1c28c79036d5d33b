package nl.klimrek.contracts.reminders;

/** What changed about a webhook. */
public enum WebhookChange {
    /** HR registered it. */
    REGISTERED,
    /** HR renewed its secret. */
    SECRET_RENEWED,
    /** HR stopped it. */
    STOPPED,
    /** HR started it again. */
    STARTED,
    /** HR removed it. */
    REMOVED,
    /** It was stopped because its address no longer exists. */
    GONE,
    /** It was stopped because it failed for days. */
    FAILING
}
